package io.gatewayanalyzer.core.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What happened at one place in one stretch of event time. Adding up is associative and
 * commutative, samples and balance included. Mutable, because it is touched by every attempt;
 * belongs to one task.
 */
public final class Counts {
  /** So many samples of a kind are kept: the earliest. */
  static final int SAMPLES = 3;

  /** By time; the rest only makes the order total, so that adding up never depends on luck. */
  private static final Comparator<Sample> EARLIEST =
      Comparator.comparingLong(Sample::timeMs)
          .thenComparing(Sample::requestId, nullsFirst())
          .thenComparing(Sample::category, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Sample::traceId, nullsFirst())
          .thenComparing(Sample::message, nullsFirst())
          .thenComparing(Sample::rule, nullsFirst())
          .thenComparingLong(Sample::advisedWaitMs);

  private final long[] values = new long[Measure.COUNT];
  private List<Sample> samples = List.of();
  private Balance balance;

  /** Adds to one sum. */
  public void add(Measure measure, long amount) {
    values[measure.index()] += amount;
  }

  /** One sum. */
  public long get(Measure measure) {
    return values[measure.index()];
  }

  /** Keeps a sample, unless there are earlier ones enough of its category. */
  public void add(Sample sample) {
    if (wanted(sample)) {
      samples = merged(samples, List.of(sample));
    }
  }

  /** Keeps a balance, unless a later one is known. */
  public void add(Balance other) {
    balance = Balance.later(balance, other);
  }

  /** Adds everything another one holds. */
  public void add(Counts other) {
    for (int i = 0; i < values.length; i++) {
      values[i] += other.values[i];
    }
    samples = merged(samples, other.samples);
    balance = Balance.later(balance, other.balance);
  }

  /** Attempts that show what was counted, the earliest first; few of each category. */
  public List<Sample> samples() {
    return samples;
  }

  /** What was left in the account at last; null when nobody said. */
  public Balance balance() {
    return balance;
  }

  /** The earliest few of each category, in the order of time. */
  public static List<Sample> merged(List<Sample> one, List<Sample> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    List<Sample> all = new ArrayList<>(one);
    all.addAll(other);
    all.sort(EARLIEST);
    int[] kept = new int[Measure.COUNT];
    List<Sample> few = new ArrayList<>();
    for (Sample sample : all) {
      int kind = sample.category() == null ? 0 : Measure.attemptsOf(sample.category()).index();
      if (kept[kind]++ < SAMPLES) {
        few.add(sample);
      }
    }
    return List.copyOf(few);
  }

  /** Under a flood of errors hardly any is; said without making a list. */
  private boolean wanted(Sample sample) {
    int earlier = 0;
    for (Sample kept : samples) {
      if (kept.category() == sample.category() && !later(kept, sample)) {
        earlier++;
      }
    }
    return earlier < SAMPLES;
  }

  private static boolean later(Sample one, Sample other) {
    return one.timeMs() == other.timeMs()
        ? EARLIEST.compare(one, other) > 0
        : one.timeMs() > other.timeMs();
  }

  private static Comparator<String> nullsFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts counts
        && Arrays.equals(values, counts.values)
        && samples.equals(counts.samples)
        && java.util.Objects.equals(balance, counts.balance);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
