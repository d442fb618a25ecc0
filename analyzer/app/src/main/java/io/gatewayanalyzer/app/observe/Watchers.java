package io.gatewayanalyzer.app.observe;

import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Severity;
import java.util.List;

/** Several who watch, in their order. */
record Watchers(List<LineWatcher> all) implements LineWatcher {
  @Override
  public void read(Stage stage) {
    for (LineWatcher one : all) {
      one.read(stage);
    }
  }

  @Override
  public void attempt(Attempt attempt, long nowMs) {
    for (LineWatcher one : all) {
      one.attempt(attempt, nowMs);
    }
  }

  @Override
  public void operation(Correlated.Closed closed, long nowMs) {
    for (LineWatcher one : all) {
      one.operation(closed, nowMs);
    }
  }

  @Override
  public void undecodable() {
    all.forEach(LineWatcher::undecodable);
  }

  @Override
  public void deadLetter() {
    all.forEach(LineWatcher::deadLetter);
  }

  @Override
  public void alert(String task, Alert alert) {
    all.forEach(one -> one.alert(task, alert));
  }

  @Override
  public void alertFires(String task, String alertId, String name, Severity severity) {
    all.forEach(one -> one.alertFires(task, alertId, name, severity));
  }

  @Override
  public void alertsGone(String task) {
    all.forEach(one -> one.alertsGone(task));
  }

  @Override
  public void muted(Alert alert) {
    all.forEach(one -> one.muted(alert));
  }

  @Override
  public void stored(String store, String task, long entries, long bytes) {
    all.forEach(one -> one.stored(store, task, entries, bytes));
  }

  @Override
  public void storeGone(String store, String task) {
    all.forEach(one -> one.storeGone(store, task));
  }

  @Override
  public void credit(
      String task,
      String gateway,
      String tenant,
      double leftUsd,
      double runwaySeconds,
      long nowMs) {
    all.forEach(one -> one.credit(task, gateway, tenant, leftUsd, runwaySeconds, nowMs));
  }

  @Override
  public void creditsGone(String task) {
    all.forEach(one -> one.creditsGone(task));
  }
}
