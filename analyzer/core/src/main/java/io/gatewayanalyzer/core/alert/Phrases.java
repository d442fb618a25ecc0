package io.gatewayanalyzer.core.alert;

import java.util.Locale;

/** Figures as people read them in an alert; one line each, English, no locale. */
public final class Phrases {
  private static final long SECOND_MS = 1_000;
  private static final long MINUTE_MS = 60 * SECOND_MS;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final long DAY_MS = 24 * HOUR_MS;

  private Phrases() {}

  /** {@code 1 request}, {@code 1,204 requests}, {@code 2 retries}. */
  public static String count(long number, String noun) {
    return number(number) + " " + (number == 1 ? noun : plural(noun));
  }

  /** {@code 1,204}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1.38}, {@code 2}: two decimals at most. */
  public static String number(double number) {
    return trimmed(String.format(Locale.ROOT, "%.2f", number));
  }

  /** {@code 38.7 %}; small shares keep two decimals. */
  public static String percent(double share) {
    double percent = share * 100;
    String text = String.format(Locale.ROOT, percent < 1 ? "%.2f" : "%.1f", percent);
    return trimmed(text) + " %";
  }

  /** {@code 90 s}, {@code 5 min}, {@code 2.5 h}, {@code 3 d}. */
  public static String span(long ms) {
    if (ms >= 2 * DAY_MS) {
      return inUnits(ms, DAY_MS, "d");
    }
    if (ms >= HOUR_MS) {
      return inUnits(ms, HOUR_MS, "h");
    }
    if (ms >= 2 * MINUTE_MS || ms == MINUTE_MS) {
      return inUnits(ms, MINUTE_MS, "min");
    }
    return inUnits(ms, SECOND_MS, "s");
  }

  /** {@code $3.20}. */
  public static String usd(double amount) {
    return String.format(Locale.ROOT, amount < 0 ? "-$%,.2f" : "$%,.2f", Math.abs(amount));
  }

  private static String plural(String noun) {
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  private static String inUnits(long ms, long unitMs, String unit) {
    return trimmed(String.format(Locale.ROOT, "%.1f", (double) ms / unitMs)) + " " + unit;
  }

  private static String trimmed(String decimal) {
    int end = decimal.length();
    while (decimal.indexOf('.') >= 0 && decimal.charAt(end - 1) == '0') {
      end--;
      decimal = decimal.substring(0, end);
    }
    return decimal.endsWith(".") ? decimal.substring(0, end - 1) : decimal;
  }
}
