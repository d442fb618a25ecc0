package io.gatewayanalyzer.app.report;

import java.util.Locale;

/** Numbers for people, the same in every locale. */
public final class Figures {
  private Figures() {}

  /** {@code 12,345}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 record}, {@code 12,345 records}: for nouns that only take an s. */
  public static String count(long number, String noun) {
    return count(number) + ' ' + noun + (number == 1 ? "" : "s");
  }

  /** {@code 0.7} below ten, {@code 12,345} from there. */
  public static String rate(double rate) {
    return rate < 9.95 ? String.format(Locale.ROOT, "%.1f", rate) : count(Math.round(rate));
  }

  /** {@code 12.3 %}; {@code 0.0 %} of nothing. */
  public static String share(long part, long whole) {
    return share(whole == 0 ? 0 : (double) part / whole);
  }

  /** {@code 12.3 %} of a fraction of one. */
  public static String share(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  /** {@code 1.25}. */
  public static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** {@code 1.2 s}. */
  public static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  /** {@code 1.2 MB}, in units of a million. */
  public static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
