package io.gatewayanalyzer.core.correlate;

/**
 * The settings in milliseconds.
 *
 * @param gapMs how long a further attempt is waited for
 * @param graceMs how late an attempt may come
 * @param rememberMs how long a closed operation is remembered
 */
record Times(long gapMs, long graceMs, long rememberMs) {
  private static final int GAPS_REMEMBERED = 5;

  static Times of(CorrelateSettings settings) {
    long gapMs = settings.gap().toMillis();
    return new Times(gapMs, settings.grace().toMillis(), GAPS_REMEMBERED * gapMs);
  }
}
