package io.gatewayanalyzer.app.deliver;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.serde.AlertJson;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.event.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the alerts topic what the line would write. */
public final class AlertTopic implements AutoCloseable {
  private final AlertJson json = new AlertJson();
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Writes to the cluster of these settings. */
  public AlertTopic(AnalyzerConfig config) {
    ByteArraySerializer write = new ByteArraySerializer();
    this.topic = Topics.of(config).alerts().name();
    this.producer = new KafkaProducer<>(StreamsProperties.producer(config), write, write);
  }

  /** Writes that an alert began; labels as {@code name=value name=value}. */
  public void firing(Instant since, String labels) {
    write(AlertStatus.FIRING, since.toEpochMilli(), -1, labels);
  }

  /** Writes that it is over. */
  void resolved(Instant since, Instant until, String labels) {
    write(AlertStatus.RESOLVED, since.toEpochMilli(), until.toEpochMilli(), labels);
  }

  void write(String key, byte[] value) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    var unused = producer.send(new ProducerRecord<>(topic, keyBytes, value));
    producer.flush();
  }

  private void write(AlertStatus status, long startsAtMs, long endsAtMs, String pairs) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (String pair : pairs.split(" ")) {
      int equals = pair.indexOf('=');
      labels.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    Alert alert =
        new Alert(
            "%016x".formatted(labels.hashCode()),
            status,
            Wire.parse(Severity.class, labels.get(Alert.SEVERITY)),
            labels,
            Map.of("summary", "1 refusal in 10 s"),
            startsAtMs,
            endsAtMs,
            1,
            1,
            10_000,
            new Alert.Evidence(List.of("req-1"), List.of(), List.of("no credit left")));
    write(alert.alertId(), json.write(alert));
  }

  @Override
  public void close() {
    producer.close();
  }
}
