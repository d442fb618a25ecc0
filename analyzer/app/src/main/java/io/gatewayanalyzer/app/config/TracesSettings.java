package io.gatewayanalyzer.app.config;

/**
 * Which operations become traces. Where they go is said by OpenTelemetry's own variables.
 *
 * @param healthyRatio the share of the operations that succeeded at the first attempt, 0 to 1; all
 *     others are always exported
 * @param queue so many operations wait to be exported, more are dropped
 */
public record TracesSettings(double healthyRatio, int queue) {
  /** No queue is longer. */
  public static final int MOST_QUEUED = 1_000_000;

  /** One in a hundred; ten thousand. */
  public static TracesSettings defaults() {
    return new TracesSettings(0.01, 10_000);
  }

  static TracesSettings read(Section section) {
    TracesSettings standard = defaults();
    TracesSettings settings =
        new TracesSettings(
            section.share("healthy-ratio", standard.healthyRatio),
            section.integer("queue", standard.queue, 1, MOST_QUEUED));
    section.refuseUnknownKeys();
    return settings;
  }
}
