package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.policy.UnknownPayload;

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

  /**
   * Whether it is about records that cannot be read: they carry no time, so it has the time at
   * which they were read, and in a replay that is long after all others.
   *
   * @param latestMs when the last attempt began, epoch milliseconds
   */
  boolean timeless(long latestMs) {
    return alert.name().equals(UnknownPayload.NAME)
        && Scope.UNKNOWN.equals(alert.labels().get(Scope.GATEWAY))
        && alert.startsAtMs() > latestMs + AlertTally.JUDGED_WITHIN_MS;
  }
}
