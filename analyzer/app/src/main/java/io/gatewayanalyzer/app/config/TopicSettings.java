package io.gatewayanalyzer.app.config;

import java.time.Duration;

/**
 * What a user may choose about one topic. Partitions and retention matter only when the analyzer
 * creates it; an existing topic is never altered.
 *
 * @param name its name
 * @param partitions how many partitions, at least 1
 * @param retention how long its records are kept; null for ever
 */
public record TopicSettings(String name, int partitions, Duration retention) {
  static TopicSettings read(Section section, TopicSettings standard) {
    TopicSettings settings =
        new TopicSettings(
            section.text("name", standard.name),
            section.integer("partitions", standard.partitions, 1, 10_000),
            section.durationOrForever("retention", standard.retention));
    section.refuseUnknownKeys();
    return settings;
  }

  TopicSettings with(int otherPartitions, Duration otherRetention) {
    return new TopicSettings(name, otherPartitions, otherRetention);
  }
}
