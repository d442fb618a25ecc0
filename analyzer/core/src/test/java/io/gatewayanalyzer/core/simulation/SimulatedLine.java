package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.AlertStep;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.MemoryCodec;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Sorter;
import io.gatewayanalyzer.core.correlate.CorrelateSettings;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.OperationState;
import io.gatewayanalyzer.core.correlate.RetryCorrelator;
import io.gatewayanalyzer.core.count.Counter;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.inhibit.Inhibitor;
import io.gatewayanalyzer.core.inhibit.Muting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The line from attempts to alerts by hand: one task, event time only, no store, no topic. */
final class SimulatedLine implements Consumer<Attempt> {
  private static final String TASK = "task-0";

  private final Woken<String, OperationState, Attempt, Correlated> operations =
      new Woken<>(new RetryCorrelator(CorrelateSettings.DEFAULTS));
  private final Counter counter = new Counter();
  private final Sorter sorter;
  private final Woken<Scope, Memory, Delta, AlertEvent> scopes;
  private final Woken<String, Muting, Alert, AlertEvent> gateways = new Woken<>(new Inhibitor());
  private final List<Said> said = new ArrayList<>();
  private long timeMs;
  private long flushedMs;
  private long attempts;
  private long failed;

  /**
   * An alert that was sent, or kept back.
   *
   * @param atMs how far event time had come, epoch milliseconds
   * @param muted whether it was kept back
   */
  record Said(long atMs, Alert alert, boolean muted) {}

  SimulatedLine(Policies policies) {
    sorter = new Sorter(policies);
    scopes = new Woken<>(new AlertStep(policies));
  }

  @Override
  public void accept(Attempt attempt) {
    attempts++;
    failed += attempt.healthy() ? 0 : 1;
    passes(Math.max(timeMs, attempt.eventTimeMs()));
    counter.add(attempt);
    correlated(operations.on(attempt.operationId(), attempt, timeMs));
  }

  /** Silence until that moment. */
  void passes(long untilMs) {
    timeMs = untilMs;
    for (List<Correlated> outputs = operations.due(timeMs);
        outputs != null;
        outputs = operations.due(timeMs)) {
      correlated(outputs);
    }
    if (Counter.bucketOf(timeMs) > flushedMs) {
      flushedMs = Counter.bucketOf(timeMs);
      flush();
    }
  }

  private void correlated(List<Correlated> outputs) {
    for (Correlated output : outputs) {
      if (output instanceof Correlated.Closed closed) {
        counter.add(closed.operation(), closed.closedMs());
      }
    }
  }

  private void flush() {
    sorter.sort(counter, timeMs, TASK, delta -> alerted(scopes.on(delta.scope(), delta, timeMs)));
    for (List<AlertEvent> events = scopes.due(timeMs);
        events != null;
        events = scopes.due(timeMs)) {
      alerted(events);
    }
    for (List<AlertEvent> events = gateways.due(timeMs);
        events != null;
        events = gateways.due(timeMs)) {
      said(events);
    }
  }

  private void alerted(List<AlertEvent> events) {
    for (AlertEvent event : events) {
      if (event instanceof AlertEvent.Changed changed) {
        Alert alert = changed.alert();
        said(gateways.on(alert.labels().get("gateway"), alert, timeMs));
      }
    }
  }

  private void said(List<AlertEvent> events) {
    for (AlertEvent event : events) {
      if (event instanceof AlertEvent.Changed changed) {
        said.add(new Said(timeMs, changed.alert(), false));
      } else if (event instanceof AlertEvent.Muted muted) {
        said.add(new Said(timeMs, muted.alert(), true));
      }
    }
  }

  List<Said> said() {
    return said;
  }

  /** What people heard. */
  List<Said> heard() {
    return said.stream().filter(one -> !one.muted()).toList();
  }

  long attempts() {
    return attempts;
  }

  long failed() {
    return failed;
  }

  int scopes() {
    return scopes.states().size();
  }

  /** Bytes of all that is kept of scopes. */
  long bytes() {
    return scopes.states().values().stream().mapToLong(m -> MemoryCodec.write(m).length).sum();
  }
}
