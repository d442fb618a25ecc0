package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.step.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Alerting by hand: keeps the memories as bytes and the clock, and wakes the step when it wished to
 * be woken. Times are milliseconds since the test began.
 */
public final class AlertLine {
  /** When the test begins, epoch milliseconds; the start of an hour. */
  public static final long EPOCH_MS = 1_793_534_400_000L;

  private final AlertStep step;
  private final UnaryOperator<Memory> store;
  private final Map<Scope, Memory> memories = new HashMap<>();
  private final Map<Scope, Long> wishes = new HashMap<>();
  private final List<AlertEvent> events = new ArrayList<>();
  private final Map<Scope, List<AlertEvent>> byScope = new HashMap<>();
  private long clockMs = Long.MIN_VALUE;

  /** A line of these policies. */
  public AlertLine(Policy... policies) {
    this(memory -> MemoryCodec.read(MemoryCodec.write(memory)), policies);
  }

  private AlertLine(UnaryOperator<Memory> store, Policy... policies) {
    this.store = store;
    step = new AlertStep(new Policies(List.of(policies)));
  }

  /** One that keeps its memories as they are. */
  public static AlertLine withoutStore(Policy... policies) {
    return new AlertLine(UnaryOperator.identity(), policies);
  }

  /** The same memories under other policies, as after a restart with other settings. */
  public AlertLine restartedWith(Policy... policies) {
    AlertLine other = new AlertLine(policies);
    other.memories.putAll(memories);
    other.wishes.putAll(wishes);
    other.clockMs = clockMs;
    return other;
  }

  /** The clock moves on, and wakes who wished to be woken until then. */
  public AlertLine passes(long untilMs) {
    moves(EPOCH_MS + untilMs);
    return this;
  }

  /** Everything that is kept is woken now, wanted or not. */
  public AlertLine wakes() {
    List.copyOf(memories.keySet()).forEach(scope -> apply(scope, step.due(memory(scope), clockMs)));
    return this;
  }

  /** Sums arrive when the clock shows what it shows, and the clock moves to their own. */
  public AlertLine arrives(Delta delta) {
    clockMs = Math.max(clockMs, delta.clockMs());
    apply(delta.scope(), step.on(memory(delta.scope()), delta, clockMs));
    moves(clockMs);
    return this;
  }

  /** The end of the input, as if silence followed; returns everything that came out. */
  public List<AlertEvent> ends() {
    moves(Long.MAX_VALUE);
    return events;
  }

  /** Everything that came out so far. */
  public List<AlertEvent> events() {
    return events;
  }

  /** What came out of each scope so far: scopes have no order among each other. */
  public Map<Scope, List<AlertEvent>> eventsByScope() {
    return byScope;
  }

  /** The alerts that began or ended so far. */
  public List<Alert> alerts() {
    return events.stream()
        .filter(AlertEvent.Changed.class::isInstance)
        .map(event -> ((AlertEvent.Changed) event).alert())
        .toList();
  }

  /** What is known of a scope; null when nothing is. */
  public Memory memory(Scope scope) {
    return memories.get(scope);
  }

  /** How many bytes are kept of a scope. */
  public int size(Scope scope) {
    return memories.containsKey(scope) ? MemoryCodec.write(memories.get(scope)).length : 0;
  }

  /** When a scope wishes to be woken, milliseconds since the test began. */
  public long wishMs(Scope scope) {
    return wishes.get(scope) - EPOCH_MS;
  }

  /** How many scopes are kept. */
  public int scopes() {
    return memories.size();
  }

  /** Sums that nobody counted. */
  public static Delta delta(
      Scope scope, long bucketMs, long clockMs, Sums sums, Sample... samples) {
    return delta(scope, bucketMs, clockMs, sums, null, samples);
  }

  /** Sums that nobody counted, with what was left in the account. */
  public static Delta delta(
      Scope scope, long bucketMs, long clockMs, Sums sums, Balance balance, Sample... samples) {
    return new Delta(
        scope, EPOCH_MS + bucketMs, sums, List.of(samples), balance, EPOCH_MS + clockMs, "task-0");
  }

  private void moves(long toMs) {
    clockMs = Math.max(clockMs, toMs);
    for (Scope scope : List.copyOf(memories.keySet())) {
      if (wishes.get(scope) <= clockMs) {
        apply(scope, step.due(memory(scope), clockMs));
      }
    }
  }

  private void apply(Scope scope, Decision<Memory, AlertEvent> decision) {
    events.addAll(decision.outputs());
    byScope.computeIfAbsent(scope, any -> new ArrayList<>()).addAll(decision.outputs());
    if (decision.state() == null) {
      memories.remove(scope);
      wishes.remove(scope);
    } else {
      memories.put(scope, store.apply(decision.state()));
      wishes.put(scope, decision.dueMs());
    }
  }
}
