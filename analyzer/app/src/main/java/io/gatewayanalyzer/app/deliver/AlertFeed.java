package io.gatewayanalyzer.app.deliver;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.connect.alertmanager.AlertReader;
import io.gatewayanalyzer.connect.alertmanager.BadAlertException;
import io.gatewayanalyzer.connect.alertmanager.Delivery;
import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.connect.alertmanager.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the alerts topic to the {@link Delivery}, from its beginning, in a thread of its own. It is
 * in no consumer group and keeps nothing: whoever starts reads all. Neither Kafka nor an
 * Alertmanager that is away stops the line or this; it is tried again.
 */
public final class AlertFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final long PAUSE_MS = 5_000;
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final AnalyzerConfig config;
  private final String topic;
  private final Delivery delivery;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "alert-feed");
  private final LongAdder unreadable = new LongAdder();
  private boolean broken;

  /**
   * A feed that is not started.
   *
   * @throws IllegalArgumentException when the trust store cannot be used; one line for people
   */
  public AlertFeed(AnalyzerConfig config) {
    DeliverySettings settings = config.alertmanager();
    this.config = config;
    this.topic = Topics.of(config).alerts().name();
    this.delivery = new Delivery(settings, new LoggedDelivery());
    thread.setDaemon(true);
  }

  /** Starts reading, unless nobody is to be told; returns at once. The topic must exist. */
  public void start() {
    if (!config.alertmanager().targets().isEmpty()) {
      thread.start();
    }
  }

  /**
   * What has happened so far, as words: {@code , alerts posted 12, failed requests 1}; empty when
   * nobody is told.
   */
  public String counts() {
    if (config.alertmanager().targets().isEmpty()) {
      return "";
    }
    StringBuilder words = new StringBuilder(", alerts posted ").append(delivery.counts().posted());
    add(words, "failed requests", delivery.counts().failed());
    add(words, "alerts refused", delivery.counts().refused());
    add(words, "alerts without room", delivery.counts().dropped());
    add(words, "unreadable alerts", unreadable);
    return words.toString();
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      if (thread.isAlive()) {
        thread.join(CLOSING.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delivery.close();
  }

  private void run() {
    try {
      do {
        read();
      } while (!stopped.await(PAUSE_MS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads until it is stopped or Kafka fails. */
  private void read() {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(), bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new UnknownTopicOrPartitionException();
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (stopped.getCount() > 0 && !reached(consumer, ends)) {
        poll(consumer);
      }
      delivery.release();
      while (stopped.getCount() > 0) {
        poll(consumer);
      }
    } catch (KafkaException e) {
      if (!broken) {
        LOG.warn("{} cannot be read: {}; trying on", topic, e.getClass().getSimpleName());
      }
      broken = true;
    }
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = StreamsProperties.consumer(config);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return properties;
  }

  private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void poll(Consumer<byte[], byte[]> consumer) {
    consumer.poll(LOOK).forEach(this::take);
    if (broken) {
      broken = false;
      LOG.warn("{} can be read again", topic);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      if (record.key() != null) {
        delivery.forget(new String(record.key(), StandardCharsets.UTF_8));
      }
      return;
    }
    try {
      Origin origin = new Origin(record.topic(), record.partition(), record.offset());
      delivery.put(AlertReader.read(record.value()), origin);
    } catch (BadAlertException e) {
      unreadable.increment();
    }
  }

  private static void add(StringBuilder words, String name, LongAdder count) {
    if (count.sum() > 0) {
      words.append(", ").append(name).append(' ').append(count.sum());
    }
  }
}
