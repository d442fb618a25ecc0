package io.gatewayanalyzer.core.simulation;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** All chance of a simulation, from one seed. */
final class Chance {
  /** Seeds that follow each other begin alike in {@link Random}; multiplied they do not. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final Random random;

  Chance(long seed) {
    random = new Random(seed * SPREAD);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  long between(long low, long high) {
    return low + (long) (random.nextDouble() * (high - low + 1));
  }

  /** Until the next event of a Poisson process, milliseconds. */
  double gapMs(double perSecond) {
    return -1000 / perSecond * Math.log(1 - random.nextDouble());
  }

  <T> T pick(List<T> items, ToIntFunction<T> weight) {
    int left = random.nextInt(items.stream().mapToInt(weight).sum());
    for (T item : items) {
      left -= weight.applyAsInt(item);
      if (left < 0) {
        return item;
      }
    }
    throw new IllegalArgumentException("nothing to pick");
  }

  String hex(int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}
