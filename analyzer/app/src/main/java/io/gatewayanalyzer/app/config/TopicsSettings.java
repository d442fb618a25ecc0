package io.gatewayanalyzer.app.config;

import java.time.Duration;

/**
 * What a user may choose about our topics. Raw, unknown and dead letters hold secrets, hence their
 * short retention.
 *
 * @param create whether missing topics are created at the start
 * @param replicationFactor copies of each partition; -1 leaves it to the cluster
 * @param rawRequests what gateways logged
 * @param rawStreams stream chunks logged separately
 * @param streamInputs chunks and requests on their way to each other
 * @param attempts every attempt
 * @param errors failed attempts
 * @param operations attempts joined into what the caller wanted
 * @param counts sums on their way to the alerts
 * @param alerts alerts that began or are over
 * @param unknown what we cannot explain
 * @param deadLetters what our own code failed on
 */
public record TopicsSettings(
    boolean create,
    int replicationFactor,
    TopicSettings rawRequests,
    TopicSettings rawStreams,
    TopicSettings streamInputs,
    TopicSettings attempts,
    TopicSettings errors,
    TopicSettings operations,
    TopicSettings counts,
    TopicSettings alerts,
    TopicSettings unknown,
    TopicSettings deadLetters) {
  /** The documented names and sizes. */
  public static TopicsSettings defaults() {
    return new TopicsSettings(
        true,
        -1,
        new TopicSettings("llmgw.raw.requests.v1", 6, Duration.ofDays(3)),
        new TopicSettings("llmgw.raw.streams.v1", 6, Duration.ofDays(3)),
        new TopicSettings("llmgw.stream-inputs.v1", 6, Duration.ofDays(1)),
        new TopicSettings("llmgw.attempts.v1", 6, Duration.ofDays(14)),
        new TopicSettings("llmgw.errors.v1", 6, Duration.ofDays(30)),
        new TopicSettings("llmgw.operations.v1", 6, Duration.ofDays(30)),
        new TopicSettings("llmgw.counts.v1", 6, Duration.ofDays(1)),
        new TopicSettings("llmgw.alerts.v1", 1, null),
        new TopicSettings("llmgw.unknown.v1", 1, Duration.ofDays(7)),
        new TopicSettings("llmgw.dead-letters.v1", 1, Duration.ofDays(7)));
  }

  static TopicsSettings read(Section section) {
    TopicsSettings standard = defaults();
    TopicsSettings settings =
        new TopicsSettings(
            section.bool("create", standard.create),
            section.integer("replication-factor", standard.replicationFactor, -1, 100),
            TopicSettings.read(section.section("raw-requests"), standard.rawRequests),
            TopicSettings.read(section.section("raw-streams"), standard.rawStreams),
            TopicSettings.read(section.section("stream-inputs"), standard.streamInputs),
            TopicSettings.read(section.section("attempts"), standard.attempts),
            TopicSettings.read(section.section("errors"), standard.errors),
            TopicSettings.read(section.section("operations"), standard.operations),
            TopicSettings.read(section.section("counts"), standard.counts),
            TopicSettings.read(section.section("alerts"), standard.alerts),
            TopicSettings.read(section.section("unknown"), standard.unknown),
            TopicSettings.read(section.section("dead-letters"), standard.deadLetters));
    section.refuseUnknownKeys();
    return settings;
  }

  /** The same names with one number of partitions for all, and records that are never deleted. */
  public TopicsSettings keptForever(int partitions) {
    return new TopicsSettings(
        create,
        replicationFactor,
        rawRequests.with(partitions, null),
        rawStreams.with(partitions, null),
        streamInputs.with(partitions, null),
        attempts.with(partitions, null),
        errors.with(partitions, null),
        operations.with(partitions, null),
        counts.with(partitions, null),
        alerts.with(1, null),
        unknown.with(1, null),
        deadLetters.with(1, null));
  }
}
