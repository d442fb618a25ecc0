package io.gatewayanalyzer.app.deliver;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the alerts topic what the line would write. */
final class AlertTopic implements AutoCloseable {
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;

  AlertTopic(AnalyzerConfig config) {
    ByteArraySerializer write = new ByteArraySerializer();
    this.topic = Topics.of(config).alerts().name();
    this.producer = new KafkaProducer<>(StreamsProperties.producer(config), write, write);
  }

  void firing(Instant since, String... labels) {
    write(labels, "\"status\":\"firing\",\"starts_at\":\"" + text(since) + "\"");
  }

  void resolved(Instant since, Instant until, String... labels) {
    write(
        labels,
        "\"status\":\"resolved\",\"starts_at\":\"%s\",\"ends_at\":\"%s\""
            .formatted(text(since), text(until)));
  }

  void write(String key, String value) {
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8)));
    producer.flush();
  }

  private void write(String[] labels, String life) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    String json =
        all.entrySet().stream()
            .map(label -> "\"" + label.getKey() + "\":\"" + label.getValue() + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    String id = Integer.toHexString(all.hashCode());
    write(
        id,
        "{\"alert_id\":\"%s\",\"alertname\":\"%s\",\"severity\":\"%s\",\"labels\":%s,%s,"
                .formatted(id, all.get("alertname"), all.get("severity"), json, life)
            + "\"annotations\":{\"summary\":\"1 refusal in 10 s\",\"runbook_url\":"
            + "\"docs/runbooks/%s.md\"},\"value\":1,\"threshold\":1,\"evidence\":"
                .formatted(all.get("alertname"))
            + "{\"request_ids\":[\"req-1\"],\"trace_ids\":[],\"messages\":[\"no credit left\"]}}");
  }

  static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  @Override
  public void close() {
    producer.close();
  }
}
