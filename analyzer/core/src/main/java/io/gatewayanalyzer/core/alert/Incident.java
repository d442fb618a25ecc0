package io.gatewayanalyzer.core.alert;

/**
 * How far one alert has come.
 *
 * @param variant which of its scope's alerts
 * @param enterSinceMs since when it should begin, epoch milliseconds; -1 when it should not
 * @param startsAtMs since when it fires, epoch milliseconds; -1 when it does not
 * @param leaveSinceMs since when it should end, epoch milliseconds; -1 when it should not
 */
public record Incident(String variant, long enterSinceMs, long startsAtMs, long leaveSinceMs) {
  /** Whether it fires. */
  public boolean firing() {
    return startsAtMs >= 0;
  }
}
