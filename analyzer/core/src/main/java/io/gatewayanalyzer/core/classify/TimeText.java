package io.gatewayanalyzer.core.classify;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * A cursor over text that reads durations and points in time; never throws, never backtracks
 * further than one number.
 */
final class TimeText {
  static final long NANO = 1;
  static final long MILLI = 1_000_000 * NANO;
  static final long SECOND = 1_000 * MILLI;

  /** What the readers of a point in time answer when there is none. */
  static final long NO_INSTANT = Long.MIN_VALUE;

  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long DAY_MS = 86_400_000;

  /** More than any wait that counts, small enough that a few of them add up without overflow. */
  private static final long ABSURD = Long.MAX_VALUE / 16;

  private static final int MAX_DIGITS = 15;

  private final CharSequence text;
  private final int end;
  private int pos;

  TimeText(CharSequence text, int from, int end) {
    this.text = text;
    this.pos = from;
    this.end = end;
  }

  int position() {
    return pos;
  }

  boolean atEnd() {
    return pos == end;
  }

  /**
   * Reads a duration such as {@code 1m30s}, {@code 54.88s}, {@code 5 minutes}, {@code 2h 3m}.
   *
   * @param bareUnit what a number without a unit counts, nanoseconds; 0 when a unit is required
   * @return nanoseconds; -1 when there is no duration here (the cursor then stays)
   */
  long duration(long bareUnit) {
    long total = -1;
    long unitBefore = Long.MAX_VALUE;
    while (true) {
      int start = pos;
      if (total >= 0) {
        skipJoint();
      }
      int amount = pos;
      long unit = skipAmount() ? unit(total < 0 ? bareUnit : 0) : -1;
      // Smaller units follow larger ones, so "20s, 3 min window" is 20 seconds.
      if (unit <= 0 || unit >= unitBefore) {
        pos = start;
        return total;
      }
      total = Math.min(ABSURD, Math.max(0, total) + nanos(amount, unit));
      unitBefore = unit;
    }
  }

  /**
   * Reads an instant: epoch seconds or milliseconds, {@code 2026-08-27T00:15:18Z}, {@code
   * 2026-08-27 00:15:18 UTC}, {@code 2026-08-27 08:15:18 +0800}, or the next {@code 00:00 UTC}.
   *
   * @param zoneMs the offset from UTC that a date without a zone is read with
   * @param nowMs the present, for a time without a date
   * @return epoch milliseconds, rounded up; {@link #NO_INSTANT} when there is none here
   */
  long instant(long zoneMs, long nowMs) {
    int start = pos;
    long instant = epoch();
    if (instant == NO_INSTANT) {
      pos = start;
      instant = dateTime(zoneMs);
    }
    if (instant == NO_INSTANT) {
      pos = start;
      instant = nextTimeOfDay(nowMs);
    }
    if (instant == NO_INSTANT) {
      pos = start;
    }
    return instant;
  }

  /**
   * Reads a date with its time and zone as RFC 3339 and its relatives write it.
   *
   * @return epoch milliseconds, rounded up; {@link #NO_INSTANT} when there is none here
   */
  long dateTime(long zoneMs) {
    int year = digits(4, 4);
    boolean dashes = take('-') || take('/');
    int month = dashes ? digits(1, 2) : -1;
    dashes = dashes && (take('-') || take('/'));
    int day = dashes ? digits(1, 2) : -1;
    if (day < 0 || month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
      return NO_INSTANT;
    }
    long date = LocalDate.of(year, month, day).toEpochDay() * DAY_MS;
    int afterDate = pos;
    if (take('T') || take('t') || take(' ')) {
      long time = timeOfDay();
      if (time >= 0) {
        return date + time - zone(zoneMs);
      }
    }
    pos = afterDate;
    return date - zoneMs;
  }

  private long epoch() {
    int start = pos;
    int count = digitRun();
    boolean alone = pos == end || !isWord(text.charAt(pos)) && text.charAt(pos) != '-';
    if (!alone || count != 10 && count != 13) {
      return NO_INSTANT;
    }
    long value = number(start, start + count);
    if (count == 13) {
      return value;
    }
    int dot = pos;
    if (take('.') && digitRun() == 0) {
      pos = dot;
    }
    return value * 1_000 + ceilMs(fraction(dot, SECOND));
  }

  private long nextTimeOfDay(long nowMs) {
    long time = timeOfDay();
    int beforeZone = pos;
    if (time < 0 || !takeUtc()) {
      pos = beforeZone;
      return NO_INSTANT;
    }
    long next = nowMs - Math.floorMod(nowMs, DAY_MS) + time;
    return next < nowMs ? next + DAY_MS : next;
  }

  private long timeOfDay() {
    int hour = digits(1, 2);
    int minute = hour >= 0 && take(':') ? digits(2, 2) : -1;
    if (hour > 23 || minute < 0 || minute > 59) {
      return -1;
    }
    long ms = (hour * 60L + minute) * 60_000;
    int beforeSeconds = pos;
    if (!take(':') || digits(2, 2) < 0) {
      pos = beforeSeconds;
      return ms;
    }
    int afterSeconds = pos;
    if (!take('.') || digitRun() == 0) {
      pos = afterSeconds;
    }
    return ms + ceilMs(nanos(beforeSeconds + 1, SECOND));
  }

  private long zone(long otherwise) {
    int start = pos;
    if (takeUtc()) {
      return 0;
    }
    take(' ');
    int sign = take('+') ? 1 : take('-') ? -1 : 0;
    int hours = sign == 0 ? -1 : twoDigits();
    if (hours < 0) {
      pos = start;
      return otherwise;
    }
    take(':');
    int minutes = Math.max(0, twoDigits());
    return sign * (hours * 60L + minutes) * 60_000;
  }

  private boolean takeUtc() {
    int start = pos;
    boolean spaced = take(' ');
    take('(');
    if (takeWord("utc") || takeWord("gmt") || !spaced && takeWord("z")) {
      return true;
    }
    pos = start;
    return false;
  }

  private boolean takeWord(String word) {
    int to = pos + word.length();
    if (to > end || to < end && isWord(text.charAt(to))) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((text.charAt(pos + i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    pos = to;
    return true;
  }

  private void skipJoint() {
    skipSpaces();
    take(',');
    skipSpaces();
    if (takeWord("and")) {
      skipSpaces();
    }
  }

  private void skipSpaces() {
    for (int i = 0; i < 2 && pos < end && isSpace(text.charAt(pos)); i++) {
      pos++;
    }
  }

  private boolean skipAmount() {
    int count = digitRun();
    if (count == 0 || count > MAX_DIGITS) {
      return false;
    }
    int dot = pos;
    if (take('.') && digitRun() == 0) {
      pos = dot;
    }
    return true;
  }

  private long unit(long bareUnit) {
    int afterNumber = pos;
    skipSpaces();
    int start = pos;
    while (pos < end && isUnitLetter(text.charAt(pos))) {
      pos++;
    }
    long unit = pos - start > 12 ? -1 : unitOf(text.subSequence(start, pos).toString());
    if (unit < 0) {
      pos = afterNumber;
      return bareUnit;
    }
    return unit;
  }

  private static long unitOf(String word) {
    switch (word.toLowerCase(Locale.ROOT)) {
      case "ns", "nanosecond", "nanoseconds":
        return NANO;
      case "us", "µs", "μs", "microsecond", "microseconds":
        return 1_000 * NANO;
      case "ms", "msec", "msecs", "millis", "millisecond", "milliseconds", "毫秒":
        return MILLI;
      case "s", "sec", "secs", "second", "seconds", "秒", "秒钟":
        return SECOND;
      case "m", "min", "mins", "minute", "minutes", "分", "分钟":
        return MINUTE;
      case "h", "hr", "hrs", "hour", "hours", "小时", "个小时":
        return HOUR;
      case "d", "day", "days", "天":
        return DAY;
      default:
        return -1;
    }
  }

  /** The amount that starts at an index, in nanoseconds: exact, because 11.054 * 1000 is not. */
  private long nanos(int from, long unit) {
    int at = from;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    long whole = number(from, at);
    if (whole > ABSURD / unit) {
      return ABSURD;
    }
    return whole * unit + fraction(at, unit);
  }

  /** The part of a unit that ".5" at an index stands for; 0 when there is no fraction there. */
  private long fraction(int dot, long unit) {
    long nanos = 0;
    long place = unit;
    if (dot < end && text.charAt(dot) == '.') {
      for (int i = dot + 1; i < end && isDigit(text.charAt(i)); i++) {
        int digit = text.charAt(i) - '0';
        // Below a nanosecond, any rest counts as one: waits are rounded up.
        nanos += place >= 10 ? place / 10 * digit : Math.min(1, digit * place);
        place = place >= 10 ? place / 10 : 0;
      }
    }
    return nanos;
  }

  private long number(int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = Math.min(ABSURD, value) * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  /** Reads exactly min to max digits as a number; -1 when there are fewer or more. */
  private int digits(int min, int max) {
    int start = pos;
    int count = digitRun();
    if (count < min || count > max) {
      pos = start;
      return -1;
    }
    return (int) number(start, pos);
  }

  private int twoDigits() {
    if (end - pos < 2 || !isDigit(text.charAt(pos)) || !isDigit(text.charAt(pos + 1))) {
      return -1;
    }
    pos += 2;
    return (int) number(pos - 2, pos);
  }

  private int digitRun() {
    int start = pos;
    while (pos < end && isDigit(text.charAt(pos))) {
      pos++;
    }
    return pos - start;
  }

  private boolean take(char wanted) {
    if (pos < end && text.charAt(pos) == wanted) {
      pos++;
      return true;
    }
    return false;
  }

  static long ceilMs(long nanos) {
    return nanos / MILLI + (nanos % MILLI == 0 ? 0 : 1);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0';
  }

  static boolean isWord(char c) {
    return isDigit(c) || c == '_' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isUnitLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
        || c == 'µ'
        || c == 'μ'
        || "毫秒钟分小时个天".indexOf(c) >= 0;
  }
}
