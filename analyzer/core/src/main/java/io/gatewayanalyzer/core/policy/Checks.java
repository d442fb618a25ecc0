package io.gatewayanalyzer.core.policy;

import java.time.Duration;

/** Refuses settings that make no sense; messages name the key as users write it. */
final class Checks {
  /** How finely events are counted; windows are whole numbers of it. */
  static final long STEP_MS = 10_000;

  private static final Duration LONGEST = Duration.ofHours(1);

  private Checks() {}

  static void that(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }

  static void share(String key, double share) {
    that(share > 0 && share <= 1, key + " must be more than 0 % and at most 100 %");
  }

  /** What ends an alert must be less than what began it. */
  static void below(String lowKey, double low, String highKey, double high) {
    that(low < high, lowKey + " must be less than " + highKey);
  }

  static void positive(String key, long number) {
    that(number > 0, key + " must be more than 0");
  }

  static void notNegative(String key, Duration time) {
    that(!time.isNegative(), key + " must not be negative");
  }

  /** A stretch of time that is kept in steps. */
  static void window(String key, Duration window) {
    that(
        window.toMillis() >= STEP_MS
            && window.compareTo(LONGEST) <= 0
            && window.toMillis() % STEP_MS == 0,
        key + " must be from 10s to 1h, in steps of 10s");
  }
}
