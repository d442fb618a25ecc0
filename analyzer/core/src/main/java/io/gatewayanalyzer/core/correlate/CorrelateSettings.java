package io.gatewayanalyzer.core.correlate;

import java.time.Duration;

/**
 * How long an operation is waited for.
 *
 * @param gap after a failure, how long a further attempt still belongs to the operation; positive
 * @param grace how far behind stream time an attempt may arrive, and how long after a success an
 *     explicit id still joins; not negative
 */
public record CorrelateSettings(Duration gap, Duration grace) {
  /** Two minutes, ten seconds. */
  public static final CorrelateSettings DEFAULTS =
      new CorrelateSettings(Duration.ofMinutes(2), Duration.ofSeconds(10));

  /** Refuses a time that makes no sense. */
  public CorrelateSettings {
    if (gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException("correlate.gap must be positive: " + gap);
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("correlate.grace must not be negative: " + grace);
    }
  }
}
