package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.Arrays;

/**
 * The sums of one tier: only steps that hold anything, in the order of time, side by side in one
 * array. Immutable.
 */
final class Steps {
  private final Policy.Tier tier;
  private final int width;
  private final long[] numbers;
  private final long[] values;

  private Steps(Policy.Tier tier, int width, long[] numbers, long[] values) {
    this.tier = tier;
    this.width = width;
    this.numbers = numbers;
    this.values = values;
  }

  static Steps none(Policy.Tier tier, int width) {
    return new Steps(tier, width, new long[0], new long[0]);
  }

  Policy.Tier tier() {
    return tier;
  }

  boolean isEmpty() {
    return numbers.length == 0;
  }

  int size() {
    return numbers.length;
  }

  /** End of the latest step; -1 when there is none. */
  long latestMs() {
    return isEmpty() ? -1 : endMs(numbers.length - 1);
  }

  /** Start of the earliest step; -1 when there is none. */
  long earliestMs() {
    return isEmpty() ? -1 : numbers[0] * tier.stepMs();
  }

  Steps plus(long timeMs, Sums sums) {
    long number = Math.floorDiv(timeMs, tier.stepMs());
    int found = Arrays.binarySearch(numbers, number);
    int at = found < 0 ? -found - 1 : found;
    Steps wider = found < 0 ? withGap(at, number) : copy();
    for (int i = 0; i < width; i++) {
      wider.values[at * width + i] += sums.get(i);
    }
    return wider;
  }

  /** Without the steps that ended so long ago that this tier keeps them no more. */
  Steps at(long timeMs) {
    int old = 0;
    while (old < numbers.length && endMs(old) + tier.lengthMs() <= timeMs) {
      old++;
    }
    return old == 0
        ? this
        : new Steps(
            tier,
            width,
            Arrays.copyOfRange(numbers, old, numbers.length),
            Arrays.copyOfRange(values, old * width, values.length));
  }

  /** The sums of all steps that reach into {@code (endMs - lengthMs, endMs]}. */
  Sums sum(long endMs, long lengthMs) {
    long[] total = new long[width];
    for (int i = numbers.length - 1; i >= 0 && endMs(i) > endMs - lengthMs; i--) {
      if (endMs(i) - tier.stepMs() < endMs) {
        for (int j = 0; j < width; j++) {
          total[j] += values[i * width + j];
        }
      }
    }
    return Sums.of(total);
  }

  /**
   * The first moment after a moment at which a step leaves a window that ends there; {@link
   * Long#MAX_VALUE} when none will.
   */
  long leavesMs(long lengthMs, long afterMs) {
    long first = Math.floorDiv(afterMs - lengthMs, tier.stepMs());
    int found = Arrays.binarySearch(numbers, first);
    int at = found < 0 ? -found - 1 : found;
    while (at < numbers.length && endMs(at) + lengthMs <= afterMs) {
      at++;
    }
    return at == numbers.length ? Long.MAX_VALUE : endMs(at) + lengthMs;
  }

  /** The same sums in the longer steps of another tier. */
  Steps in(Policy.Tier other) {
    Steps steps = none(other, width);
    for (int i = 0; i < numbers.length; i++) {
      Sums sums = Sums.of(Arrays.copyOfRange(values, i * width, (i + 1) * width));
      steps = steps.plus(numbers[i] * tier.stepMs(), sums);
    }
    return steps;
  }

  void write(StateWriter out) {
    out.count(tier.stepMs()).count(tier.lengthMs()).count(numbers.length);
    long before = 0;
    for (int i = 0; i < numbers.length; i++) {
      out.number(numbers[i] - before);
      before = numbers[i];
      for (int j = 0; j < width; j++) {
        out.number(values[i * width + j]);
      }
    }
  }

  static Steps read(StateReader in, int width) {
    Policy.Tier tier = new Policy.Tier(in.count(), in.count());
    int size = (int) in.count();
    long[] numbers = new long[size];
    long[] values = new long[size * width];
    long before = 0;
    for (int i = 0; i < size; i++) {
      before += in.number();
      numbers[i] = before;
      for (int j = 0; j < width; j++) {
        values[i * width + j] = in.number();
      }
    }
    return new Steps(tier, width, numbers, values);
  }

  private long endMs(int index) {
    return (numbers[index] + 1) * tier.stepMs();
  }

  private Steps copy() {
    return new Steps(tier, width, numbers, values.clone());
  }

  private Steps withGap(int at, long number) {
    long[] moreNumbers = Arrays.copyOf(numbers, numbers.length + 1);
    System.arraycopy(numbers, at, moreNumbers, at + 1, numbers.length - at);
    moreNumbers[at] = number;
    long[] moreValues = Arrays.copyOf(values, values.length + width);
    System.arraycopy(values, at * width, moreValues, (at + 1) * width, values.length - at * width);
    Arrays.fill(moreValues, at * width, (at + 1) * width, 0);
    return new Steps(tier, width, moreNumbers, moreValues);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Steps steps
        && tier.equals(steps.tier)
        && width == steps.width
        && Arrays.equals(numbers, steps.numbers)
        && Arrays.equals(values, steps.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(values);
  }
}
