package io.gatewayanalyzer.app.config;

import java.time.Duration;

/**
 * Streams whose chunks are logged apart from their requests.
 *
 * @param idleTimeout after how long a silence a stream is over
 * @param requestTimeout how long a stream that is over waits for its request record
 * @param store where open streams are kept, as open operations are
 */
public record StreamsSettings(
    Duration idleTimeout, Duration requestTimeout, CorrelateSettings.Store store) {
  /** One minute, ten minutes, on the heap. */
  public static StreamsSettings defaults() {
    return new StreamsSettings(
        Duration.ofSeconds(60), Duration.ofMinutes(10), CorrelateSettings.Store.MEMORY);
  }

  static StreamsSettings read(Section section) {
    StreamsSettings standard = defaults();
    StreamsSettings settings =
        new StreamsSettings(
            section.positiveDuration("idle-timeout", standard.idleTimeout),
            section.positiveDuration("request-timeout", standard.requestTimeout),
            section.choice("store", standard.store));
    section.refuseUnknownKeys();
    return settings;
  }
}
