package io.gatewayanalyzer.app.observe;

import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Severity;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what one who watches throws from the line: a record that cannot be counted would stop it
 * again after every restart. It is logged, ever more seldom. What is told of each record is passed
 * on without an object of its own. Thread safe.
 */
final class Guarded implements LineWatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

  private final LineWatcher watcher;
  private final AtomicLong failures = new AtomicLong();

  Guarded(LineWatcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public void read(Stage stage) {
    try {
      watcher.read(stage);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  @Override
  public void attempt(Attempt attempt, long nowMs) {
    try {
      watcher.attempt(attempt, nowMs);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  @Override
  public void operation(Correlated.Closed closed, long nowMs) {
    try {
      watcher.operation(closed, nowMs);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  @Override
  public void undecodable() {
    guard(watcher::undecodable);
  }

  @Override
  public void deadLetter() {
    guard(watcher::deadLetter);
  }

  @Override
  public void alert(String task, Alert alert) {
    guard(() -> watcher.alert(task, alert));
  }

  @Override
  public void alertFires(String task, String alertId, String name, Severity severity) {
    guard(() -> watcher.alertFires(task, alertId, name, severity));
  }

  @Override
  public void alertsGone(String task) {
    guard(() -> watcher.alertsGone(task));
  }

  @Override
  public void muted(Alert alert) {
    guard(() -> watcher.muted(alert));
  }

  @Override
  public void stored(String store, String task, long entries, long bytes) {
    guard(() -> watcher.stored(store, task, entries, bytes));
  }

  @Override
  public void storeGone(String store, String task) {
    guard(() -> watcher.storeGone(store, task));
  }

  @Override
  public void credit(
      String task,
      String gateway,
      String tenant,
      double leftUsd,
      double runwaySeconds,
      long nowMs) {
    guard(() -> watcher.credit(task, gateway, tenant, leftUsd, runwaySeconds, nowMs));
  }

  @Override
  public void creditsGone(String task) {
    guard(() -> watcher.creditsGone(task));
  }

  private void guard(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  /** At the first failure, the second, the fourth and so on. */
  private void failed(RuntimeException failure) {
    long count = failures.incrementAndGet();
    if (Long.bitCount(count) == 1) {
      StackTraceElement[] trace = failure.getStackTrace();
      // Class and place only: a message may quote the record.
      LOG.error(
          "{} failed {} times, now with {} at {}: what it shows is incomplete",
          watcher.getClass().getSimpleName(),
          count,
          failure.getClass().getName(),
          trace.length == 0 ? "an unknown place" : trace[0]);
    }
  }
}
