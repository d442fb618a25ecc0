package io.gatewayanalyzer.app.demo;

/**
 * Time that runs faster than the clock until it has caught up with it, so that minutes show hours
 * and nothing ever happens in the future.
 *
 * @param startMs when the clock is started, epoch milliseconds
 * @param behindMs how far in the past it begins, milliseconds
 * @param speed how much faster it runs; at least 1
 */
public record TimeLapse(long startMs, long behindMs, int speed) {
  /** When it begins, epoch milliseconds. */
  public long beginMs() {
    return startMs - behindMs;
  }

  /** What time it is when the clock shows that; epoch milliseconds. */
  public long at(long clockMs) {
    return Math.min(clockMs, beginMs() + (clockMs - startMs) * speed);
  }
}
