package io.gatewayanalyzer.app.config;

import java.time.Duration;

/**
 * When attempts are one operation, and when it is over.
 *
 * @param gap how long after an attempt the next one may start and still belong to it
 * @param grace how long to wait for attempts that come out of order
 * @param store where open operations are kept
 */
public record CorrelateSettings(Duration gap, Duration grace, Store store) {
  /** Where open operations are kept; both are logged to Kafka and survive a crash. */
  public enum Store {
    /** On the heap: fast, for as many open operations as fit. */
    MEMORY,
    /** In RocksDB on disk: slower, for any number. */
    ROCKSDB
  }

  /** Two minutes, ten seconds, on the heap. */
  public static CorrelateSettings defaults() {
    return new CorrelateSettings(Duration.ofMinutes(2), Duration.ofSeconds(10), Store.MEMORY);
  }

  /** The times, as the domain knows them. */
  public io.gatewayanalyzer.core.correlate.CorrelateSettings times() {
    return new io.gatewayanalyzer.core.correlate.CorrelateSettings(gap, grace);
  }

  static CorrelateSettings read(Section section) {
    CorrelateSettings standard = defaults();
    CorrelateSettings settings =
        new CorrelateSettings(
            section.positiveDuration("gap", standard.gap),
            section.duration("grace", standard.grace),
            section.choice("store", standard.store));
    section.refuseUnknownKeys();
    return settings;
  }
}
