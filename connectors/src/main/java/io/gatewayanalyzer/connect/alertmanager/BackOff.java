package io.gatewayanalyzer.connect.alertmanager;

import java.time.Duration;

/**
 * How long to wait after failures: twice as long each time, up to a limit, less a random part so
 * that those who failed together do not come back together.
 *
 * @param first the wait after the first failure
 * @param longest the limit
 */
public record BackOff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /** One second to half a minute. */
  public static BackOff defaults() {
    return new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  /**
   * The wait in milliseconds, between half and all of what is due.
   *
   * @param failures how many in a row, at least 1
   * @param random from 0 to 1
   */
  long waitMs(int failures, double random) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long whole = Math.min(longest.toMillis(), doubled);
    return Math.round(whole * (0.5 + random / 2));
  }
}
