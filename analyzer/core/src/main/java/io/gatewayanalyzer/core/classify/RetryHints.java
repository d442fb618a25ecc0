package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.payload.Headers;

/**
 * What response headers and prose advise about retrying: how long to wait, and whether to try at
 * all.
 *
 * <p>Every wait is in milliseconds, rounded up; -1 means that nothing usable is said. Negative
 * waits, instants that have passed and waits above 30 days count as not said. All methods are pure
 * and total; null text is absent text.
 */
public final class RetryHints {
  /** The longest wait that is believed, milliseconds: no sender's quota window is longer. */
  public static final long MAX_WAIT_MS = 30L * 24 * 3_600_000;

  private static final int MAX_VALUE_CHARS = 64;

  private RetryHints() {}

  /**
   * The wait that headers made for this purpose advise.
   *
   * <p>{@code retry-after-ms} goes before {@code x-ms-retry-after-ms} before {@code retry-after}; a
   * value that cannot be used gives way to the next. Azure sends {@code retry-after-ms: 0} beside
   * {@code retry-after: 1}, so zero milliseconds count as not said. {@code retry-after} may be
   * seconds with a fraction, a duration with units, an HTTP date or an RFC 3339 date.
   *
   * @param headers the response headers
   * @param nowMs when the response was received, epoch milliseconds; dates are read against it
   * @return the wait in milliseconds, or -1
   */
  public static long fromHeaders(Headers headers, long nowMs) {
    long wait = wait(headers.get("retry-after-ms"), TimeText.MILLI);
    if (wait <= 0) {
      wait = wait(headers.get("x-ms-retry-after-ms"), TimeText.MILLI);
    }
    return wait > 0 ? wait : waitOrDate(headers.get("retry-after"), nowMs);
  }

  /**
   * The wait until the rate limits that headers report start anew; to be asked only for an attempt
   * that was rate limited and got no other advice, because healthy answers carry these headers too.
   *
   * @param headers the response headers
   * @param nowMs when the response was received, epoch milliseconds
   * @return the longest wait among the limits that can be the cause, in milliseconds, or -1
   * @see RateLimitResets
   */
  public static long fromResetHeaders(Headers headers, long nowMs) {
    return RateLimitResets.read(headers, nowMs);
  }

  /**
   * The wait that a message advises in English or Chinese; numbers that no advice precedes or
   * follows are ignored.
   *
   * @param message prose, of which the first 4,096 characters are read; may be null
   * @param nowMs when the response was received, epoch milliseconds
   * @return the wait in milliseconds, or -1
   */
  public static long fromProse(String message, long nowMs) {
    return message == null ? -1 : ProseHints.read(message, nowMs);
  }

  /**
   * A duration as senders write it: {@code 34.4s}, {@code 1m30s}, {@code 500ms}, {@code 2h}, {@code
   * 5 minutes}; a bare number is seconds.
   *
   * @param text the whole text must be the duration; may be null
   * @return milliseconds, or -1 when it is something else
   */
  public static long duration(String text) {
    return wait(text, TimeText.SECOND);
  }

  /**
   * What {@code x-should-retry} says.
   *
   * @param headers the response headers
   * @return true or false as the header says, or null when it does not
   */
  public static Boolean shouldRetry(Headers headers) {
    String value = headers.get("x-should-retry");
    String word = value == null ? "" : value.strip();
    if (word.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    return word.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  /** A header value that is a duration or a date. */
  static long waitOrDate(String value, long nowMs) {
    long wait = duration(value);
    if (wait >= 0 || value == null || value.length() > MAX_VALUE_CHARS) {
      return wait;
    }
    String text = value.strip();
    TimeText reader = new TimeText(text, 0, text.length());
    long instant = reader.dateTime(0);
    if (instant == TimeText.NO_INSTANT || !reader.atEnd()) {
      instant = HttpDate.parse(text, nowMs);
    }
    return until(instant, nowMs);
  }

  private static long wait(String value, long bareUnit) {
    if (value == null || value.length() > MAX_VALUE_CHARS) {
      return -1;
    }
    String text = value.strip();
    TimeText reader = new TimeText(text, 0, text.length());
    long nanos = reader.duration(bareUnit);
    return reader.atEnd() ? countable(nanos) : -1;
  }

  /** Nanoseconds as a wait that counts, or -1. */
  static long countable(long nanos) {
    long ms = nanos < 0 ? -1 : TimeText.ceilMs(nanos);
    return ms > MAX_WAIT_MS ? -1 : ms;
  }

  /** The wait until an instant, or -1 when it has passed, is too far away or is no instant. */
  static long until(long instantMs, long nowMs) {
    if (instantMs == TimeText.NO_INSTANT || instantMs < nowMs) {
      return -1;
    }
    long wait = instantMs - nowMs;
    return wait < 0 || wait > MAX_WAIT_MS ? -1 : wait;
  }
}
