package io.gatewayanalyzer.core.correlate;

/**
 * The settings in milliseconds.
 *
 * @param gapMs how long a further attempt is waited for
 * @param graceMs how late an attempt may come
 */
record Times(long gapMs, long graceMs) {
  private static final int GAPS_REMEMBERED = 5;

  static Times of(CorrelateSettings settings) {
    return new Times(settings.gap().toMillis(), settings.grace().toMillis());
  }

  /**
   * How long a closed operation is remembered: longer where a straggler would begin a second one of
   * the same id.
   *
   * @param several whether the key may name one operation after the other
   */
  long rememberMs(boolean several) {
    return several ? gapMs : GAPS_REMEMBERED * gapMs;
  }
}
