package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which alerts fire now, as each task says of its own. Bounded; thread safe. */
final class FiringAlerts {
  /**
   * So many alerts of one task are counted. Of those said, inhibition keeps fewer, so after a
   * restart fewer may be known.
   */
  private static final int MOST = 10_000;

  private final Map<String, Map<String, Kind>> firing = new HashMap<>();
  private final List<String> names;

  /**
   * No alert fires.
   *
   * @param names alerts that there may be
   */
  FiringAlerts(List<String> names) {
    this.names = List.copyOf(names);
  }

  private record Kind(String name, Severity severity) {}

  void said(String task, Alert alert) {
    if (alert.firing()) {
      fires(task, alert.alertId(), alert.name(), alert.severity());
    } else {
      ends(task, alert.alertId());
    }
  }

  synchronized void fires(String task, String alertId, String name, Severity severity) {
    Map<String, Kind> own = firing.computeIfAbsent(task, unknown -> new HashMap<>());
    if (own.size() < MOST) {
      own.put(alertId, new Kind(name, severity));
    }
  }

  private synchronized void ends(String task, String alertId) {
    firing.getOrDefault(task, new HashMap<>()).remove(alertId);
  }

  synchronized void gone(String task) {
    firing.remove(task);
  }

  /** Tells how many fire, of every kind there may be. */
  synchronized void read(Reading.Values values) {
    Map<String, int[]> counts = new TreeMap<>();
    names.forEach(name -> counts.put(name, new int[Severity.values().length]));
    for (Map<String, Kind> own : firing.values()) {
      for (Kind kind : own.values()) {
        counts
            .computeIfAbsent(kind.name, name -> new int[Severity.values().length])[
            kind.severity.ordinal()]++;
      }
    }
    counts.forEach(
        (name, bySeverity) -> {
          for (Severity severity : Severity.values()) {
            values.add(bySeverity[severity.ordinal()], name, severity.wire());
          }
        });
  }
}
