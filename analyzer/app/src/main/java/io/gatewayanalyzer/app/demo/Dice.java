package io.gatewayanalyzer.app.demo;

import java.util.List;
import java.util.Random;

/**
 * All chance of the simulation, from one seed. {@link Random} because its algorithm is part of the
 * specification: the same seed gives the same traffic on every JDK.
 */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** Whether an event of this probability happens now. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** Milliseconds until the next event of a Poisson process with this mean. */
  long gapMs(double meanMs) {
    return Math.round(-meanMs * StrictMath.log(1 - random.nextDouble()));
  }

  /** Lower-case hex digits. */
  String hex(int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
