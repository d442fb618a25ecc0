package io.gatewayanalyzer.connect.sink;

import io.gatewayanalyzer.connect.alertmanager.AlertReader;
import io.gatewayanalyzer.connect.alertmanager.AlertRecord;
import io.gatewayanalyzer.connect.alertmanager.BadAlertException;
import io.gatewayanalyzer.connect.alertmanager.Delivery;
import io.gatewayanalyzer.connect.alertmanager.DeliveryListener;
import io.gatewayanalyzer.connect.alertmanager.Origin;
import io.gatewayanalyzer.connect.alertmanager.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands records of the alerts topic to the {@link Delivery}, which posts in threads of its own: a
 * dead Alertmanager never delays a commit or a rebalance. What is no alert, and what an
 * Alertmanager refuses for good, goes to the connector's dead letters.
 */
public final class AlertmanagerSinkTask extends SinkTask {
  private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerSinkTask.class);
  private static final long LONGEST_CATCH_UP_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long LOOK_MS = 1_000;

  private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
  private final Map<String, SinkRecord> latest = new LatestRecords();
  private Delivery delivery;
  private ErrantRecordReporter deadLetters;
  private boolean catchingUp;
  private long openedNanos;

  @Override
  public String version() {
    return Versions.ofThis();
  }

  @Override
  public void start(Map<String, String> properties) {
    deadLetters = context.errantRecordReporter();
    try {
      delivery = new Delivery(AlertmanagerSinkConfig.of(properties), new Notes());
    } catch (IllegalArgumentException e) {
      throw new ConnectException(e.getMessage());
    }
  }

  /** Back to the beginning: what fires is known from the topic alone. */
  @Override
  public void open(Collection<TopicPartition> partitions) {
    delivery.hold();
    catchingUp = true;
    openedNanos = System.nanoTime();
    partitions.forEach(partition -> context.offset(partition, 0));
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    records.forEach(this::take);
    // An empty round means that the end of the topic is reached.
    boolean longEnough = System.nanoTime() - openedNanos > LONGEST_CATCH_UP_NANOS;
    if (catchingUp && (records.isEmpty() || longEnough)) {
      catchingUp = false;
      delivery.release();
    }
    for (Refusal refusal = refusals.poll(); refusal != null; refusal = refusals.poll()) {
      report(refusal);
    }
    context.timeout(LOOK_MS);
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    partitions.forEach(at -> delivery.forgetPartition(at.topic(), at.partition()));
  }

  @Override
  public void stop() {
    if (delivery != null) {
      delivery.close();
    }
  }

  private void take(SinkRecord record) {
    if (record.value() == null) {
      String alertId = text(record.key());
      if (alertId != null) {
        delivery.forget(alertId);
        latest.remove(alertId);
      }
      return;
    }
    try {
      AlertRecord alert = AlertReader.read(bytes(record.value()));
      latest.put(alert.alertId(), record);
      delivery.put(alert, origin(record));
    } catch (BadAlertException e) {
      report(record, e);
    }
  }

  private void report(Refusal refusal) {
    SinkRecord record = latest.get(refusal.posting().alert().alertId());
    // A record that has been replaced since is nobody's business any more.
    if (record != null && origin(record).equals(refusal.posting().origin())) {
      report(record, new BadAlertException("refused by Alertmanager: " + refusal.reason()));
    }
  }

  private void report(SinkRecord record, BadAlertException why) {
    if (deadLetters == null) {
      LOG.warn("alert record {} is skipped: {}", origin(record), why.getMessage());
    } else {
      var unused = deadLetters.report(record, why);
    }
  }

  private static Origin origin(SinkRecord record) {
    return new Origin(record.topic(), record.kafkaPartition(), record.kafkaOffset());
  }

  private static byte[] bytes(Object value) throws BadAlertException {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw new BadAlertException("neither bytes nor text; use ByteArrayConverter");
  }

  private static String text(Object key) {
    if (key instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return key instanceof String text ? text : null;
  }

  /** Refusals wait for the task's own thread. */
  private final class Notes implements DeliveryListener {
    @Override
    public void refused(Refusal refusal) {
      refusals.add(refusal);
    }

    @Override
    public void changed(String line) {
      LOG.warn(line);
    }
  }

  /** The record of each alert, for the dead letters; as many as are delivered, no more. */
  private static final class LatestRecords extends LinkedHashMap<String, SinkRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, SinkRecord> eldest) {
      return size() > Delivery.CAPACITY;
    }
  }
}
