package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.event.Alert;

/**
 * One line of a timeline: an alert from its begin to its end.
 *
 * @param alert what was said when it began
 * @param endsAtMs when it ended, epoch milliseconds; -1 when nobody has said so
 */
public record Episode(Alert alert, long endsAtMs) {
  /**
   * Whether it lasted until a moment.
   *
   * @param timeMs epoch milliseconds; what ended later ended because nothing followed
   */
  public boolean openAt(long timeMs) {
    return endsAtMs < 0 || endsAtMs > timeMs;
  }

  /** How long it lasted, or had lasted at a moment when it was open then; milliseconds. */
  public long lastedMs(long timeMs) {
    long untilMs = openAt(timeMs) ? timeMs : endsAtMs;
    return Math.max(0, untilMs - alert.startsAtMs());
  }
}
