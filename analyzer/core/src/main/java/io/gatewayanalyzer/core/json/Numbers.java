package io.gatewayanalyzer.core.json;

import java.nio.charset.StandardCharsets;

/** Numbers out of bytes; anything that is no number gives the caller's fallback. */
public final class Numbers {
  private static final int MAX_LENGTH = 40;
  private static final int SAFE_DIGITS = 18;

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
    try {
      double value =
          Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
      return Double.isFinite(value) ? value : fallback;
    } catch (NumberFormatException notANumber) {
      return fallback;
    }
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
