package io.gatewayanalyzer.core.count;

/**
 * What was left in an account.
 *
 * @param usd US dollars
 * @param timeMs when that was so, epoch milliseconds
 */
public record Balance(double usd, long timeMs) {
  /** The later of two; of two at the same time the lower. Either may be null. */
  public static Balance later(Balance one, Balance other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (one.timeMs != other.timeMs) {
      return one.timeMs > other.timeMs ? one : other;
    }
    return Double.compare(one.usd, other.usd) <= 0 ? one : other;
  }
}
