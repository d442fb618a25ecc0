package io.gatewayanalyzer.core.baseline;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.Arrays;

/**
 * How often which count was seen in a minute, minutes weighted. Counts below {@value #EXACT} are
 * told apart, larger ones to an eighth of their power of two, so there are few bins whatever is
 * counted. Immutable.
 */
final class MinuteCounts {
  /** The weight of one minute. Weights are whole, so that what is read back is what was written. */
  static final long MINUTE = 256;

  static final MinuteCounts NONE = new MinuteCounts(new int[0], new long[0]);

  private static final int EXACT = 32;
  private static final int EXACT_BITS = 5;
  private static final int PART_BITS = 3;
  private static final int PARTS = 1 << PART_BITS;
  private static final long LARGEST = (1L << 31) - 1;

  /** Minutes that may be odd without being held for usual: less than half an hour of a day. */
  private static final double HIGH = 0.98;

  private final int[] bins;
  private final long[] weights;

  private MinuteCounts(int[] bins, long[] weights) {
    this.bins = bins;
    this.weights = weights;
  }

  /** With one more minute; negative counts are taken for none. */
  MinuteCounts plus(long count, long weight) {
    if (weight <= 0) {
      return this;
    }
    int bin = bin(count);
    int at = Arrays.binarySearch(bins, bin);
    if (at >= 0) {
      long[] heavier = weights.clone();
      heavier[at] += weight;
      return new MinuteCounts(bins, heavier);
    }
    int place = -at - 1;
    int[] moreBins = new int[bins.length + 1];
    long[] moreWeights = new long[bins.length + 1];
    System.arraycopy(bins, 0, moreBins, 0, place);
    System.arraycopy(weights, 0, moreWeights, 0, place);
    moreBins[place] = bin;
    moreWeights[place] = weight;
    System.arraycopy(bins, place, moreBins, place + 1, bins.length - place);
    System.arraycopy(weights, place, moreWeights, place + 1, bins.length - place);
    return new MinuteCounts(moreBins, moreWeights);
  }

  /** With every weight multiplied; what weighs nothing any more is gone. */
  MinuteCounts scaled(double factor) {
    int[] keptBins = new int[bins.length];
    long[] keptWeights = new long[bins.length];
    int kept = 0;
    for (int i = 0; i < bins.length; i++) {
      long weight = (long) (weights[i] * factor);
      if (weight > 0) {
        keptBins[kept] = bins[i];
        keptWeights[kept++] = weight;
      }
    }
    return new MinuteCounts(Arrays.copyOf(keptBins, kept), Arrays.copyOf(keptWeights, kept));
  }

  /** The weight of all minutes together. */
  long weight() {
    return Arrays.stream(weights).sum();
  }

  /** What these minutes make usual. */
  Usual usual() {
    if (bins.length == 0) {
      return Usual.NOTHING;
    }
    double median = value(bins[placeOf(bins, weights, 0.5)]);
    double high = value(bins[placeOf(bins, weights, HIGH)]);
    return new Usual(median, deviation(median), high, mean());
  }

  private double mean() {
    double sum = 0;
    for (int i = 0; i < bins.length; i++) {
      sum += value(bins[i]) * weights[i];
    }
    return sum / weight();
  }

  /** The weighted median of the distances from the median. */
  private double deviation(double median) {
    Integer[] order = new Integer[bins.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(distance(a, median), distance(b, median)));
    long half = weight();
    long seen = 0;
    for (Integer place : order) {
      seen += weights[place];
      if (2 * seen >= half) {
        return distance(place, median);
      }
    }
    return 0;
  }

  private double distance(int place, double median) {
    return Math.abs(value(bins[place]) - median);
  }

  private static int placeOf(int[] bins, long[] weights, double share) {
    double wanted = share * Arrays.stream(weights).sum();
    double seen = 0;
    for (int i = 0; i < bins.length; i++) {
      seen += weights[i];
      if (seen >= wanted) {
        return i;
      }
    }
    return bins.length - 1;
  }

  /** The bin a count falls into, from 0 on; at most 239. */
  static int bin(long count) {
    long bounded = Math.max(0, Math.min(count, LARGEST));
    if (bounded < EXACT) {
      return (int) bounded;
    }
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(bounded);
    int part = (int) (bounded >>> power - PART_BITS) & PARTS - 1;
    return EXACT + (power - EXACT_BITS) * PARTS + part;
  }

  /** The count in the middle of a bin. */
  static double value(int bin) {
    if (bin < EXACT) {
      return bin;
    }
    int power = EXACT_BITS + (bin - EXACT) / PARTS;
    long width = 1L << power - PART_BITS;
    long first = (PARTS + (bin - EXACT) % PARTS) * width;
    return first + (width - 1) / 2.0;
  }

  void write(StateWriter out) {
    out.count(bins.length);
    int last = 0;
    for (int i = 0; i < bins.length; i++) {
      out.count(bins[i] - last).count(weights[i]);
      last = bins[i];
    }
  }

  static MinuteCounts read(StateReader in) {
    int length = (int) in.count();
    int[] bins = new int[length];
    long[] weights = new long[length];
    int last = 0;
    for (int i = 0; i < length; i++) {
      last += (int) in.count();
      bins[i] = last;
      weights[i] = in.count();
    }
    return new MinuteCounts(bins, weights);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MinuteCounts counts
        && Arrays.equals(bins, counts.bins)
        && Arrays.equals(weights, counts.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bins) + Arrays.hashCode(weights);
  }
}
