package io.gatewayanalyzer.core.json;

/** Points in time out of bytes: RFC 3339, or a number of epoch seconds or milliseconds. */
public final class Timestamps {
  /** What is returned for anything that is no point in time. */
  public static final long NONE = -1;

  private static final long DAY_MS = 86_400_000L;
  private static final long SECONDS_BEFORE_YEAR_5138 = 100_000_000_000L;

  private Timestamps() {}

  /**
   * Reads {@code 2026-11-01T12:00:00.000Z} (also with a blank for the T, any number of decimals, an
   * offset, or none: then UTC) or a number; numbers below 10<sup>11</sup> are seconds.
   *
   * @return epoch milliseconds, or {@link #NONE}
   */
  public static long parse(byte[] bytes, int from, int to) {
    if (to - from < 19 || bytes[from + 4] != '-') {
      return parseNumber(bytes, from, to);
    }
    int year = digits(bytes, from, 4);
    int month = digits(bytes, from + 5, 2);
    int day = digits(bytes, from + 8, 2);
    int hour = digits(bytes, from + 11, 2);
    int minute = digits(bytes, from + 14, 2);
    int second = digits(bytes, from + 17, 2);
    boolean sane =
        (year | month | day | hour | minute | second) >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && hour <= 23
            && minute <= 59
            && second <= 60;
    if (!sane) {
      return NONE;
    }
    long base = epochDay(year, month, day) * DAY_MS + ((hour * 60L + minute) * 60 + second) * 1000;
    long time = base + tail(bytes, from + 19, to);
    return time < 0 ? NONE : time;
  }

  private static long parseNumber(byte[] bytes, int from, int to) {
    double number = Numbers.parseDouble(bytes, from, to, NONE);
    if (number < 0) {
      return NONE;
    }
    return (long) (number < SECONDS_BEFORE_YEAR_5138 ? number * 1000 : number);
  }

  /** Milliseconds that the decimals add and the offset takes away. */
  private static long tail(byte[] bytes, int from, int to) {
    int i = from;
    long ms = 0;
    if (i < to && bytes[i] == '.') {
      int scale = 100;
      for (i++; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++, scale /= 10) {
        ms += (long) (bytes[i] - '0') * scale;
      }
    }
    if (i + 5 < to && (bytes[i] == '+' || bytes[i] == '-')) {
      int hours = digits(bytes, i + 1, 2);
      int minutes = digits(bytes, bytes[i + 3] == ':' ? i + 4 : i + 3, 2);
      long offset = hours < 0 || minutes < 0 ? 0 : (hours * 60L + minutes) * 60_000;
      ms += bytes[i] == '+' ? -offset : offset;
    }
    return ms;
  }

  private static int digits(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Days since 1970-01-01 of a date in the proleptic Gregorian calendar. */
  private static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
