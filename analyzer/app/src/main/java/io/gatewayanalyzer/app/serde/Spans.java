package io.gatewayanalyzer.app.serde;

/** Lengths of time as our records carry them: a whole number and its unit, {@code 5m}. */
final class Spans {
  private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
  private static final long[] LENGTHS_MS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

  private Spans() {}

  /** In the largest unit that leaves no fraction; null for nothing. */
  static String text(long ms) {
    if (ms <= 0) {
      return null;
    }
    int unit = 0;
    while (ms % LENGTHS_MS[unit] != 0) {
      unit++;
    }
    return ms / LENGTHS_MS[unit] + UNITS[unit];
  }

  /**
   * Milliseconds; -1 for null.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  static long ms(String text) {
    if (text == null) {
      return -1;
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    for (int unit = 0; unit < UNITS.length; unit++) {
      if (UNITS[unit].equals(text.substring(digits))) {
        return Long.parseLong(text.substring(0, digits)) * LENGTHS_MS[unit];
      }
    }
    throw new IllegalArgumentException("no length of time");
  }
}
