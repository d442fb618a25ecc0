package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.step.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One partition by hand: keeps the states as bytes and stream time, and wakes the correlator. Times
 * are milliseconds since the test began.
 */
public final class Line {
  private final RetryCorrelator correlator;
  private final Map<String, byte[]> states = new HashMap<>();
  private final List<Correlated> outputs = new ArrayList<>();
  private long timeMs = Long.MIN_VALUE;

  /** A line with these settings. */
  public Line(CorrelateSettings settings) {
    correlator = new RetryCorrelator(settings);
  }

  /** Stream time moves on, as other keys move it; nobody is woken. */
  public Line passes(long untilMs) {
    timeMs = Math.max(timeMs, TestAttempt.EPOCH_MS + untilMs);
    return this;
  }

  /** An attempt arrives; returns what the correlator decided. */
  public Decision<OperationState, Correlated> arrives(TestAttempt attempt) {
    passes(attempt.startMs());
    return apply(attempt.key(), correlator.on(state(attempt.key()), attempt.attempt(), timeMs));
  }

  /** Everything that is kept is woken now, wanted or not. */
  public Line wakes() {
    List.copyOf(states.keySet()).forEach(key -> apply(key, correlator.due(state(key), timeMs)));
    return this;
  }

  /** The end of the input, as if silence followed; returns everything that came out. */
  public List<Correlated> ends() {
    timeMs = Long.MAX_VALUE;
    wakes();
    return outputs;
  }

  /** What came out so far. */
  public List<Correlated> outputs() {
    return outputs;
  }

  /** The operations that came out so far. */
  public List<Operation> operations() {
    return outputs.stream()
        .filter(Correlated.Closed.class::isInstance)
        .map(output -> ((Correlated.Closed) output).operation())
        .toList();
  }

  /** How many outputs of a kind came out so far. */
  public long count(Class<? extends Correlated> kind) {
    return outputs.stream().filter(kind::isInstance).count();
  }

  /** The keys that are still kept. */
  public int keys() {
    return states.size();
  }

  private OperationState state(String key) {
    byte[] bytes = states.get(key);
    return bytes == null ? null : OperationStateCodec.read(bytes);
  }

  private Decision<OperationState, Correlated> apply(
      String key, Decision<OperationState, Correlated> decision) {
    outputs.addAll(decision.outputs());
    if (decision.state() == null) {
      states.remove(key);
    } else {
      states.put(key, OperationStateCodec.write(decision.state()));
    }
    return decision;
  }
}
