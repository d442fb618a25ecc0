package io.gatewayanalyzer.app.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time for people, in UTC, with the date only where it is needed. */
final class Times {
  private static final DateTimeFormatter DATE = pattern("yyyy-MM-dd");
  private static final DateTimeFormatter TIME = pattern("HH:mm:ss");
  private static final DateTimeFormatter BOTH = pattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter WIRE = pattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

  private Times() {}

  /** {@code 2026-11-01}. */
  static String date(long epochMs) {
    return DATE.format(Instant.ofEpochMilli(epochMs));
  }

  /** {@code 12:00:10}, after {@code 2026-11-01} when another day was spoken of. */
  static String time(long epochMs, String sameDate) {
    DateTimeFormatter form = date(epochMs).equals(sameDate) ? TIME : BOTH;
    return form.format(Instant.ofEpochMilli(epochMs));
  }

  /** {@code 2026-11-01T12:00:10.000Z}, as records write it. */
  static String wire(long epochMs) {
    return WIRE.format(Instant.ofEpochMilli(epochMs));
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
