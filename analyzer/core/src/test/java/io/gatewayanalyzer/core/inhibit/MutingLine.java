package io.gatewayanalyzer.core.inhibit;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.AlertId;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.step.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An inhibitor by hand, for one gateway: keeps its state as bytes and the clock, and wakes it when
 * it wished to be woken. Times are milliseconds since the test began.
 */
final class MutingLine {
  private final Inhibitor inhibitor = new Inhibitor();
  private final List<AlertEvent> events = new ArrayList<>();
  private byte[] state;
  private long dueMs = Long.MAX_VALUE;
  private long clockMs;

  /** An alert that fires; labels are names and values in turn. */
  static Alert firing(String name, Severity severity, long startsAtMs, String... labels) {
    SortedMap<String, String> all = new TreeMap<>();
    all.put(Alert.ALERTNAME, name);
    all.put(Alert.SEVERITY, severity.wire());
    all.put(ScopeLabels.GATEWAY, "anannas");
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    return new Alert(
        AlertId.of(all),
        AlertStatus.FIRING,
        severity,
        all,
        Map.of("summary", "It fails"),
        startsAtMs,
        -1,
        1,
        1,
        60_000,
        new Alert.Evidence(List.of("r1"), List.of(), List.of("slow down")));
  }

  /** The end of an alert. */
  static Alert resolved(Alert alert, long endsAtMs) {
    return new Alert(
        alert.alertId(),
        AlertStatus.RESOLVED,
        alert.severity(),
        alert.labels(),
        alert.annotations(),
        alert.startsAtMs(),
        endsAtMs,
        0,
        alert.threshold(),
        alert.windowMs(),
        alert.evidence());
  }

  /** A change comes at its own time. */
  MutingLine changes(Alert alert) {
    clockMs = Math.max(clockMs, alert.firing() ? alert.startsAtMs() : alert.endsAtMs());
    apply(inhibitor.on(read(), alert, clockMs));
    return this;
  }

  /** The clock moves on, and wakes it if it wished to be woken until then. */
  MutingLine passes(long untilMs) {
    clockMs = Math.max(clockMs, untilMs);
    return dueMs <= clockMs ? wakes() : this;
  }

  /** It is woken now, wanted or not. */
  MutingLine wakes() {
    apply(inhibitor.due(read(), clockMs));
    return this;
  }

  List<AlertEvent> events() {
    return events;
  }

  /** The changes that were said so far. */
  List<Alert> said() {
    return events.stream()
        .filter(AlertEvent.Changed.class::isInstance)
        .map(event -> ((AlertEvent.Changed) event).alert())
        .toList();
  }

  /** Names of the alerts that were said and fire, as far as it knows. */
  List<String> known() {
    return state == null ? List.of() : read().said().stream().map(Muting.Said::name).toList();
  }

  boolean keepsNothing() {
    return state == null;
  }

  int size() {
    return state == null ? 0 : state.length;
  }

  private Muting read() {
    return state == null ? null : MutingCodec.read(state);
  }

  private void apply(Decision<Muting, AlertEvent> decision) {
    events.addAll(decision.outputs());
    state = decision.state() == null ? null : MutingCodec.write(decision.state());
    dueMs = decision.state() == null ? Long.MAX_VALUE : decision.dueMs();
  }
}
