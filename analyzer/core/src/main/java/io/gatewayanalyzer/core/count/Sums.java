package io.gatewayanalyzer.core.count;

import java.util.Arrays;

/** A few sums, side by side. Immutable. */
public final class Sums {
  private final long[] values;

  private Sums(long[] values) {
    this.values = values;
  }

  /** These values. */
  public static Sums of(long... values) {
    return new Sums(values.clone());
  }

  /** So many zeros. */
  public static Sums zero(int size) {
    return new Sums(new long[size]);
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** One of them. */
  public long get(int index) {
    return values[index];
  }

  /** Each with its counterpart added; both have the same size. */
  public Sums plus(Sums other) {
    long[] total = values.clone();
    for (int i = 0; i < total.length; i++) {
      total[i] += other.values[i];
    }
    return new Sums(total);
  }

  /** Whether there is nothing but zeros. */
  public boolean isZero() {
    for (long value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sums sums && Arrays.equals(values, sums.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
