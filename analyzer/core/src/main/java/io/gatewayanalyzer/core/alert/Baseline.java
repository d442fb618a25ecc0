package io.gatewayanalyzer.core.alert;

/** What is usual for a count per minute, learned from calm minutes; bounded in size. Immutable. */
public interface Baseline {
  /**
   * With one more minute learned.
   *
   * @param minuteMs start of the minute, epoch milliseconds
   * @param count what was counted in it
   */
  Baseline plus(long minuteMs, long count);

  /** How many minutes it has learned, old ones counting less. */
  double minutes();

  /** The usual count of a minute at that time. */
  double median(long minuteMs);

  /** The median absolute deviation at that time. */
  double deviation(long minuteMs);

  /**
   * How far a count is from the usual: robust z, or what a Poisson tail of the same unlikeliness
   * would give when the usual count is small.
   */
  double z(long minuteMs, long count);
}
