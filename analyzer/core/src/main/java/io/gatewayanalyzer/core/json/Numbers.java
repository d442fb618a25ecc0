package io.gatewayanalyzer.core.json;

import java.nio.charset.StandardCharsets;

/** Numbers out of bytes; anything that is no number gives the caller's fallback. */
public final class Numbers {
  private static final int MAX_LENGTH = 40;
  private static final int SAFE_DIGITS = 18;
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Numbers() {}

  /** A whole number; decimals and exponents are rounded toward zero. */
  public static long parseLong(byte[] bytes, int from, int to, long fallback) {
    int i = from < to && bytes[from] == '-' ? from + 1 : from;
    if (i == to) {
      return fallback;
    }
    if (to - i <= SAFE_DIGITS) {
      long value = 0;
      int j = i;
      for (; j < to && bytes[j] >= '0' && bytes[j] <= '9'; j++) {
        value = value * 10 + (bytes[j] - '0');
      }
      if (j == to) {
        return i == from ? value : -value;
      }
    }
    return parseRare(bytes, from, to, fallback);
  }

  /** Nineteen digits, decimals, exponents. */
  private static long parseRare(byte[] bytes, int from, int to, long fallback) {
    double value = parseDouble(bytes, from, to, Double.NaN);
    if (Double.isNaN(value)) {
      return fallback;
    }
    try {
      return Long.parseLong(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException notWhole) {
      return (long) value;
    }
  }

  /** A finite number. */
  public static double parseDouble(byte[] bytes, int from, int to, double fallback) {
    if (from == to || to - from > MAX_LENGTH || !looksNumeric(bytes, from, to)) {
      return fallback;
    }
    if (to - from <= EXACT_DIGITS + 1) {
      double plain = parsePlain(bytes, from, to);
      if (plain >= 0) {
        return plain;
      }
    }
    try {
      double value =
          Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
      return Double.isFinite(value) ? value : fallback;
    } catch (NumberFormatException notANumber) {
      return fallback;
    }
  }

  /**
   * Digits with at most one point among them. Both the digits as a whole number and the power of
   * ten are exact doubles, so their quotient is the nearest double, as the JDK's parser would give.
   *
   * @return the number, or -1 when it has another form
   */
  private static double parsePlain(byte[] bytes, int from, int to) {
    long digits = 0;
    int point = -1;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
      } else if (b == '.' && point < 0) {
        point = i;
      } else {
        return -1;
      }
    }
    if (point < 0) {
      return digits;
    }
    return to - from == 1 ? -1 : digits / POWERS_OF_TEN[to - point - 1];
  }

  private static boolean looksNumeric(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      boolean digit = b >= '0' && b <= '9';
      if (!digit && b != '.' && b != '-' && b != '+' && b != 'e' && b != 'E') {
        return false;
      }
    }
    return true;
  }
}
