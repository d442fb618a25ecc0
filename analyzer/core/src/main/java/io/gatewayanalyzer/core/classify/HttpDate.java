package io.gatewayanalyzer.core.classify;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** Reads the three date formats of RFC 9110 section 5.6.7, leniently and without exceptions. */
final class HttpDate {
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
  private static final String WEEKDAYS = "sun mon tue wed thu fri sat";
  private static final int MAX_LENGTH = 48;
  private static final long YEAR_MS = 31_556_952_000L;

  private final String text;
  private int pos;
  private int day = -1;
  private int month = -1;
  private int year = -1;
  private int second = -1;

  private HttpDate(String text) {
    this.text = text;
  }

  /**
   * Reads a date such as {@code Sun, 06 Nov 1994 08:49:37 GMT}, {@code Sunday, 06-Nov-94 08:49:37
   * GMT} or {@code Sun Nov 6 08:49:37 1994}.
   *
   * @param nowMs the present; places a year of two digits (at most 50 years ahead, as the RFC says)
   * @return epoch milliseconds; {@link TimeText#NO_INSTANT} when the text is no such date
   */
  static long parse(String text, long nowMs) {
    HttpDate date = new HttpDate(text);
    boolean read = text.length() <= MAX_LENGTH && date.readParts() && date.complete(nowMs);
    if (!read) {
      return TimeText.NO_INSTANT;
    }
    LocalDate local = LocalDate.of(date.year, date.month, date.day);
    return (local.toEpochDay() * 86_400 + date.second) * 1_000;
  }

  private boolean readParts() {
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == ' ' || c == ',' || c == '-') {
        pos++;
      } else if (!(TimeText.isDigit(c) ? readNumber() : readWord())) {
        return false;
      }
    }
    return true;
  }

  private boolean readWord() {
    int start = pos;
    while (pos < text.length() && Character.isLetter(text.charAt(pos))) {
      pos++;
    }
    if (pos - start < 3) {
      return false;
    }
    String word = text.substring(start, start + 3).toLowerCase(Locale.ROOT);
    int index = MONTHS.indexOf(word);
    if (index >= 0 && index % 4 == 0 && month < 0) {
      month = index / 4 + 1;
      return true;
    }
    return WEEKDAYS.contains(word) || word.equals("gmt") || word.equals("utc");
  }

  private boolean readNumber() {
    int start = pos;
    int value = number();
    if (pos < text.length() && text.charAt(pos) == ':') {
      return readTime(value);
    }
    int width = pos - start;
    if (day < 0 && width <= 2) {
      day = value;
      return true;
    }
    boolean isYear = year < 0 && (width == 2 || width == 4);
    year = isYear ? (width == 2 ? -2 - value : value) : year;
    return isYear;
  }

  private boolean readTime(int hour) {
    pos++;
    int minute = number();
    if (pos >= text.length() || text.charAt(pos) != ':') {
      return false;
    }
    pos++;
    int sec = number();
    second = (hour * 60 + minute) * 60 + sec;
    return hour < 24 && minute < 60 && sec <= 60;
  }

  private int number() {
    int value = 0;
    for (int i = 0; i < 5 && pos < text.length() && TimeText.isDigit(text.charAt(pos)); i++) {
      value = value * 10 + (text.charAt(pos++) - '0');
    }
    return value;
  }

  private boolean complete(long nowMs) {
    if (year < -1) {
      long present = 1970 + Math.floorDiv(nowMs, YEAR_MS);
      year = 1998 - year;
      year -= year > present + 50 ? 100 : 0;
    }
    return month > 0
        && day > 0
        && year >= 0
        && second >= 0
        && YearMonth.of(year, month).isValidDay(day);
  }
}
