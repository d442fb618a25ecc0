package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Alert;

/** What alerting says. */
public sealed interface AlertEvent {
  /**
   * An alert began or is over.
   *
   * @param alert its record
   */
  record Changed(Alert alert) implements AlertEvent {}

  /**
   * An alert began that another one explains, so nobody is told; it is told when that one is over
   * and it still lasts.
   *
   * @param alert its record
   * @param byAlertId the id of the one that explains it
   */
  record Muted(Alert alert, String byAlertId) implements AlertEvent {}

  /**
   * A possible alert was judged and came nearer to firing than ever before in this scope, without
   * doing so; for dry runs.
   *
   * @param scope where
   * @param timeMs when, epoch milliseconds
   * @param judgement what was said
   */
  record Near(Scope scope, long timeMs, Judgement judgement) implements AlertEvent {}

  /**
   * How long an account's credit lasts, as it was reckoned for its alerts.
   *
   * @param scope which account, by its labels
   * @param leftUsd what is left, US dollars
   * @param runwaySeconds how long that lasts; NaN when it is too early to say
   */
  record Credit(Scope scope, double leftUsd, double runwaySeconds) implements AlertEvent {}

  /**
   * Counts that came when their time was no longer kept; they change nothing.
   *
   * @param scope where
   * @param bucketMs their time, epoch milliseconds
   */
  record Late(Scope scope, long bucketMs) implements AlertEvent {}
}
