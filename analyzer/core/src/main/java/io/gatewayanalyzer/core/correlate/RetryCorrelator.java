package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.step.Decision;
import io.gatewayanalyzer.core.step.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts of one key to operations. Everything is decided on the attempts in the order they were
 * made, when all of them have had the time to arrive: so neither their order of arrival nor the
 * moments of waking change what comes out.
 *
 * <p>Each attempt ends in exactly one operation, or is called late or repeated. What is kept of a
 * key is bounded: under a flood, operations are closed before their grace is over, and attempts of
 * one operation are only counted. Immutable and thread safe.
 */
public final class RetryCorrelator implements Step<OperationState, Attempt, Correlated> {
  private final Times times;

  /** A correlator that waits as long as the settings say. */
  public RetryCorrelator(CorrelateSettings settings) {
    this.times = Times.of(settings);
  }

  @Override
  public Decision<OperationState, Correlated> on(
      OperationState state, Attempt attempt, long timeMs) {
    List<Correlated> outputs = new ArrayList<>();
    long soundMs = Math.min(timeMs, AttemptSummary.LAST_TIME_MS);
    OperationState now = closeWhatIsDue(state, soundMs, outputs);
    AttemptSummary summary = AttemptSummary.of(attempt);
    if (attempt.keyBasis() == KeyBasis.REQUEST_ID) {
      outputs.add(alone(attempt, summary));
    } else if (late(now, attempt.keyBasis(), summary)) {
      outputs.add(late(attempt.operationId(), summary));
    } else {
      now = joined(now, attempt, summary, soundMs, outputs);
    }
    return decision(now, outputs);
  }

  @Override
  public Decision<OperationState, Correlated> due(OperationState state, long timeMs) {
    List<Correlated> outputs = new ArrayList<>();
    return decision(closeWhatIsDue(state, timeMs, outputs), outputs);
  }

  private OperationState closeWhatIsDue(
      OperationState state, long timeMs, List<Correlated> outputs) {
    OperationState now = state;
    while (now != null && now.open()) {
      Segment first = first(now);
      if (first.closesAtMs() + now.lagMs() > timeMs) {
        return now;
      }
      now = closed(now, first, outputs);
    }
    return now == null || now.marker().forgetAtMs() <= timeMs ? null : now;
  }

  private OperationState closed(OperationState state, Segment first, List<Correlated> outputs) {
    List<AttemptSummary> attempts = state.attempts();
    List<AttemptSummary> own = attempts.subList(0, first.size());
    List<AttemptSummary> rest = attempts.subList(first.size(), attempts.size());
    long closedMs = first.closesAtMs() + state.lagMs();
    outputs.add(
        new Correlated.Closed(
            Operations.of(state.key(), state.basis(), own, state.folded()),
            closedMs,
            state.key(),
            List.copyOf(own)));
    boolean several = Segment.severalOperations(state.basis());
    long forgetAtMs = closedMs + times.rememberMs(several);
    Marker marker = new Marker(first.untilMs(), forgetAtMs);
    if (rest.isEmpty()) {
      return OperationState.closed(marker);
    }
    if (!several) {
      rest.forEach(straggler -> outputs.add(late(state.key(), straggler)));
      return OperationState.closed(marker);
    }
    return new OperationState(
        state.key(), state.basis(), List.copyOf(rest), Folded.NONE, state.lagMs(), marker);
  }

  private OperationState joined(
      OperationState state,
      Attempt attempt,
      AttemptSummary summary,
      long timeMs,
      List<Correlated> outputs) {
    AttemptSummary known = OpenAttempts.find(state, summary.requestId());
    if (known == null) {
      long lagMs = timeMs - summary.endMs();
      // A source that runs behind the others is waited for by its own clock.
      long shiftMs = lagMs < times.graceMs() ? 0 : lagMs;
      return bounded(OpenAttempts.with(state, attempt, summary, shiftMs), outputs);
    }
    outputs.add(
        new Correlated.Repeated(attempt.operationId(), summary.requestId(), summary.startMs()));
    return AttemptSummary.ORDER.compare(summary, known) < 0
        ? OpenAttempts.replaced(state, known, summary)
        : state;
  }

  private OperationState bounded(OperationState state, List<Correlated> outputs) {
    if (state.attempts().size() <= OperationState.MOST_ATTEMPTS) {
      return state;
    }
    Segment first = first(state);
    return first.size() < state.attempts().size()
        ? closed(state, first, outputs)
        : OpenAttempts.folded(state, times);
  }

  private Decision<OperationState, Correlated> decision(
      OperationState state, List<Correlated> outputs) {
    if (state == null) {
      return Decision.forget(outputs);
    }
    long dueMs =
        state.open() ? first(state).closesAtMs() + state.lagMs() : state.marker().forgetAtMs();
    return new Decision<>(state, dueMs, outputs);
  }

  private Segment first(OperationState state) {
    return Segment.first(state, times);
  }

  private static boolean late(OperationState state, KeyBasis basis, AttemptSummary summary) {
    Marker marker = state == null ? null : state.marker();
    return marker != null
        && (!Segment.severalOperations(basis) || summary.startMs() <= marker.untilMs());
  }

  private static Correlated late(String key, AttemptSummary summary) {
    return new Correlated.Late(key, summary.requestId(), summary.startMs());
  }

  private static Correlated alone(Attempt attempt, AttemptSummary summary) {
    Operation operation =
        Operations.of(attempt.operationId(), KeyBasis.REQUEST_ID, List.of(summary), Folded.NONE);
    return new Correlated.Closed(
        operation, summary.endMs(), attempt.operationId(), List.of(summary));
  }
}
