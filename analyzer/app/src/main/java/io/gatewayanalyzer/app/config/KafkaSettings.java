package io.gatewayanalyzer.app.config;

import java.util.Map;
import java.util.Set;

/**
 * Properties handed to every Kafka client as they are: security above all. Values may be secrets.
 *
 * @param properties by Kafka's own names; {@code consumer.}, {@code producer.} and {@code admin.}
 *     in front address one kind of client
 */
public record KafkaSettings(Map<String, String> properties) {
  /** Properties the guarantees rest on, or that have a key of their own. */
  private static final Set<String> OURS =
      Set.of(
          "bootstrap.servers",
          "application.id",
          "processing.guarantee",
          "processing.exception.handler",
          "production.exception.handler",
          "deserialization.exception.handler",
          "errors.dead.letter.queue.topic.name",
          "default.timestamp.extractor",
          "num.stream.threads",
          "state.dir",
          "commit.interval.ms");

  /** Copies the map. */
  public KafkaSettings {
    properties = Map.copyOf(properties);
  }

  /** Nothing beyond Kafka's defaults. */
  public static KafkaSettings defaults() {
    return new KafkaSettings(Map.of());
  }

  static KafkaSettings read(Section section) {
    for (String name : OURS) {
      section.refuse(name, "any Kafka client property that has no key of its own in this file");
    }
    return new KafkaSettings(section.allTexts());
  }

  /** Never prints a value. */
  @Override
  public String toString() {
    return "KafkaSettings" + properties.keySet();
  }
}
