package io.gatewayanalyzer.core.baseline;

/**
 * What is usual for a count per minute.
 *
 * @param median half of the minutes have no more
 * @param deviation half of the minutes are no farther from the median
 * @param high few minutes have more
 * @param mean the mean; it decides only within what the median allows
 */
record Usual(double median, double deviation, double high, double mean) {
  /** Of what nothing is known, nothing is usual. */
  static final Usual NOTHING = new Usual(0, 0, 0, 0);

  /** Below it a count has so few values that only their probabilities tell how odd one is. */
  private static final double SMALL = 5;

  /** Nothing is known to be rarer than once in ten minutes. */
  private static final double LEAST_RATE = 0.1;

  /** Makes a deviation of normal noise comparable with a standard deviation. */
  private static final double DEVIATION_TO_SIGMA = 1.4826;

  /** How many standard deviations lie between the median and {@code high} of normal noise. */
  private static final double HIGH_SIGMAS = 2.054;

  /** How far the rate of a Poisson process lies from its median at most: below, above it. */
  private static final double RATE_BELOW = 1.0 / 3;

  private static final double RATE_ABOVE = StrictMath.log(2);

  /**
   * How odd a count is, in standard deviations; negative below the usual. Bursts that come again
   * and again are not odd though the median does not know them: {@code high} does.
   */
  double z(double count) {
    double z = median < SMALL ? poisson(count) : (count - median) / sigma();
    return high > median ? Math.min(z, (count - median) * HIGH_SIGMAS / (high - median)) : z;
  }

  /** Counting has noise of its own, however steady the minutes have been so far. */
  private double sigma() {
    return Math.max(DEVIATION_TO_SIGMA * deviation, Math.sqrt(median));
  }

  /**
   * The signed root of the deviance: what the tail of a Poisson distribution is worth in normal
   * standard deviations, to the second digit, without adding up the tail.
   */
  private double poisson(double count) {
    double rate = rate();
    double logs = count > 0 ? count * StrictMath.log(count / rate) : 0;
    double root = Math.sqrt(Math.max(0, 2 * (logs - (count - rate))));
    return count < rate ? -root : root;
  }

  /** The rate behind the median: the mean, unless bursts have moved it farther than a rate can. */
  private double rate() {
    double bounded = Math.min(Math.max(mean, median - RATE_BELOW), median + RATE_ABOVE);
    return Math.max(LEAST_RATE, bounded);
  }
}
