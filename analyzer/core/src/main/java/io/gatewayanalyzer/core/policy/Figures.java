package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.History;
import io.gatewayanalyzer.core.count.Sums;
import java.util.function.ToLongFunction;

/** Arithmetic that several policies share. */
final class Figures {
  /** Nearly there; what does not fire never looks as if it did. */
  private static final double ALMOST = 0.999;

  private Figures() {}

  /** A share; 0 of nothing. */
  static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /**
   * How near to firing something is that fires when each of some conditions holds.
   *
   * @param enter whether it fires
   * @param conditions how far each is fulfilled, 1 being enough
   */
  static double closeness(boolean enter, double... conditions) {
    double least = Double.MAX_VALUE;
    for (double condition : conditions) {
      least = Math.min(least, condition);
    }
    return enter ? Math.max(1, least) : Math.max(0, Math.min(ALMOST, least));
  }

  /**
   * The shortest time back from a moment over which a sum is at least that large; the sum never
   * shrinks when the time grows.
   *
   * @param stepMs in which steps to look, milliseconds
   * @param mostMs how far back, milliseconds; a multiple of the step
   * @return milliseconds; -1 when it is smaller even over {@code mostMs}
   */
  static long shortest(
      History history,
      long timeMs,
      long stepMs,
      long mostMs,
      ToLongFunction<Sums> part,
      long least) {
    if (part.applyAsLong(history.sum(timeMs, mostMs)) < least) {
      return -1;
    }
    long tooShort = 0;
    long enough = mostMs / stepMs;
    while (enough - tooShort > 1) {
      long middle = (tooShort + enough) / 2;
      if (part.applyAsLong(history.sum(timeMs, middle * stepMs)) < least) {
        tooShort = middle;
      } else {
        enough = middle;
      }
    }
    return enough * stepMs;
  }
}
