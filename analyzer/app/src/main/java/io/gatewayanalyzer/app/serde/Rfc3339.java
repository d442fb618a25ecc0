package io.gatewayanalyzer.app.serde;

/**
 * Points in time as our records write them: {@code 2026-11-01T12:00:00.000Z}. Days are counted in
 * years that begin in March, so that the leap day is the last of its year.
 */
final class Rfc3339 {
  static final int LENGTH = 24;

  private static final long LAST = 253_402_300_799_999L;
  private static final int DAY_MS = 86_400_000;
  private static final int DAYS_OF_400_YEARS = 146_097;
  private static final int FROM_MARCH_OF_YEAR_0 = 719_468;

  private Rfc3339() {}

  /**
   * Writes {@link #LENGTH} bytes. Times outside the years 1970 to 9999 become the nearest that fits
   * the form.
   */
  static void write(long epochMs, byte[] into, int at) {
    long inside = Math.max(0, Math.min(epochMs, LAST));
    date((int) (inside / DAY_MS), into, at);
    into[at + 10] = 'T';
    int ofDay = (int) (inside % DAY_MS);
    two(ofDay / 3_600_000, into, at + 11);
    into[at + 13] = ':';
    two(ofDay / 60_000 % 60, into, at + 14);
    into[at + 16] = ':';
    two(ofDay / 1_000 % 60, into, at + 17);
    into[at + 19] = '.';
    into[at + 20] = (byte) ('0' + ofDay / 100 % 10);
    two(ofDay % 100, into, at + 21);
    into[at + 23] = 'Z';
  }

  private static void date(int epochDay, byte[] into, int at) {
    int days = epochDay + FROM_MARCH_OF_YEAR_0;
    int era = days / DAYS_OF_400_YEARS;
    int ofEra = days % DAYS_OF_400_YEARS;
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * ofYear + 2) / 153;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    two(year / 100, into, at);
    two(year % 100, into, at + 2);
    into[at + 4] = '-';
    two(month, into, at + 5);
    into[at + 7] = '-';
    two(ofYear - (153 * fromMarch + 2) / 5 + 1, into, at + 8);
  }

  private static void two(int number, byte[] into, int at) {
    into[at] = (byte) ('0' + number / 10);
    into[at + 1] = (byte) ('0' + number % 10);
  }
}
