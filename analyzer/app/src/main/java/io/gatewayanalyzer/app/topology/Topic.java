package io.gatewayanalyzer.app.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One of our topics: what is in it and how it is created.
 *
 * @param name its name in Kafka
 * @param key what the key means
 * @param value what the value is
 * @param headers which headers it has
 * @param readers who may read it
 * @param partitions how many partitions it is created with
 * @param replicationFactor copies of each partition; -1 leaves it to the cluster
 * @param retention how long records are kept; null for ever
 * @param cleanup {@code delete} or {@code compact}
 * @param maxMessageBytes the largest batch, and so the largest record, it takes
 */
public record Topic(
    String name,
    String key,
    String value,
    String headers,
    String readers,
    int partitions,
    int replicationFactor,
    Duration retention,
    String cleanup,
    int maxMessageBytes) {

  /** The settings that are written when the topic is created and compared when it exists. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
    settings.put(
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(retention == null ? -1 : retention.toMillis()));
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
    return settings;
  }

  /** The request that creates it. */
  NewTopic toCreate() {
    return new NewTopic(name, partitions, (short) replicationFactor).configs(settings());
  }

  /** Its line in {@code docs/topics.md}. */
  String toMarkdown() {
    return java.util.stream.Stream.of(
            "`" + name + "`",
            key,
            value,
            headers,
            Integer.toString(partitions),
            retention == null ? "for ever" : retention.toDays() + " d",
            cleanup,
            readers)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
