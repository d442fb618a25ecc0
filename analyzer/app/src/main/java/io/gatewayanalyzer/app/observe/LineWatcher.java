package io.gatewayanalyzer.app.observe;

import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Severity;
import java.util.List;

/**
 * Somebody who watches the line and has no part in it. Called by several stream threads, so it is
 * thread safe; it neither waits nor throws, and keeps nothing it is given longer than it must.
 *
 * <p>An attempt is read from its topic, so it is committed; operations, alerts, mutings and credits
 * are told as they are sent, before the commit. All of it is at least once: after a crash the line
 * is told again.
 */
public interface LineWatcher {
  /** Does not look. */
  LineWatcher NOBODY = new LineWatcher() {};

  /** Both, one after the other. */
  static LineWatcher both(LineWatcher one, LineWatcher other) {
    return new Watchers(List.of(one, other));
  }

  /**
   * The same, but what it throws is logged and goes no further; for every one that is given to a
   * line.
   */
  static LineWatcher guarded(LineWatcher watcher) {
    return new Guarded(watcher);
  }

  /** A record was read. */
  default void read(Stage stage) {}

  /**
   * An attempt was read from its topic.
   *
   * @param nowMs the clock on the wall, epoch milliseconds
   */
  default void attempt(Attempt attempt, long nowMs) {}

  /**
   * An operation is over.
   *
   * @param nowMs the clock on the wall, epoch milliseconds
   */
  default void operation(Correlated.Closed closed, long nowMs) {}

  /** A record could not be decoded. */
  default void undecodable() {}

  /** Our own code failed on a record, which was set aside. */
  default void deadLetter() {}

  /**
   * An alert that was said began or is over.
   *
   * @param task the task that says so; one gateway's alerts are one task's
   */
  default void alert(String task, Alert alert) {}

  /**
   * An alert that was said before fires, as a task knows that has begun.
   *
   * @param task the task that says so
   */
  default void alertFires(String task, String alertId, String name, Severity severity) {}

  /** A task has ended here; what it said of alerts is another one's to say. */
  default void alertsGone(String task) {}

  /** An alert began that nobody is told of, for another one explains it. */
  default void muted(Alert alert) {}

  /**
   * A store has so much now.
   *
   * @param store its name
   * @param task whose part of it
   * @param entries keys with a value
   * @param bytes length of keys and values
   */
  default void stored(String store, String task, long entries, long bytes) {}

  /** A task's part of a store is here no more. */
  default void storeGone(String store, String task) {}

  /**
   * How long an account's credit lasts, as alerting reckons it.
   *
   * @param task the task that says so; one gateway's accounts are one task's
   * @param gateway which gateway; null when the log does not say, as the tenant
   * @param tenant whose account; not for a label
   * @param leftUsd what is left, US dollars
   * @param runwaySeconds how long that lasts; NaN when it is too early to say
   * @param nowMs the clock on the wall, epoch milliseconds
   */
  default void credit(
      String task,
      String gateway,
      String tenant,
      double leftUsd,
      double runwaySeconds,
      long nowMs) {}

  /** A task has ended here; what it said of credits is another one's to say. */
  default void creditsGone(String task) {}
}
