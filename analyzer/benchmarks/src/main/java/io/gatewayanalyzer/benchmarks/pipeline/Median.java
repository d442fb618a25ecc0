package io.gatewayanalyzer.benchmarks.pipeline;

import java.util.Arrays;

/**
 * A median and how sure it is: with 95 % confidence that of endless rounds is between low and high.
 * Of fewer than six rounds nothing is known but the least and the most.
 *
 * <p>The bounds are order statistics, so nothing is taken for granted about how rounds scatter: the
 * number of rounds below the true median is binomial (Conover, Practical Nonparametric Statistics).
 */
record Median(double value, double low, double high) {
  private static final double SIGMAS = 1.96;

  static Median of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    double middle = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    int outside = (int) Math.floor((count - SIGMAS * Math.sqrt(count) - 1) / 2);
    int lowest = Math.max(0, outside);
    return new Median(middle, sorted[lowest], sorted[count - 1 - lowest]);
  }
}
