package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.KeyBasis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How the attempts of a key grow: in their order, each once, never too many. */
final class OpenAttempts {
  private OpenAttempts() {}

  /** The state of a key with one attempt more. */
  static OperationState with(
      OperationState state, Attempt attempt, AttemptSummary summary, long lagMs) {
    Marker marker = state == null ? null : state.marker();
    if (state == null || !state.open()) {
      return new OperationState(
          attempt.operationId(), attempt.keyBasis(), List.of(summary), Folded.NONE, lagMs, marker);
    }
    return new OperationState(
        state.key(),
        stronger(state.basis(), attempt.keyBasis()),
        inserted(state.attempts(), summary),
        state.folded(),
        Math.max(state.lagMs(), lagMs),
        marker);
  }

  /** The waiting attempt with this id; null when there is none. */
  static AttemptSummary find(OperationState state, String requestId) {
    if (state != null) {
      for (AttemptSummary attempt : state.attempts()) {
        if (attempt.requestId().equals(requestId)) {
          return attempt;
        }
      }
    }
    return null;
  }

  /** The state with one attempt in place of another delivery of it. */
  static OperationState replaced(OperationState state, AttemptSummary old, AttemptSummary summary) {
    List<AttemptSummary> without = new ArrayList<>(state.attempts());
    without.remove(old);
    return with(state, inserted(without, summary), state.folded());
  }

  /** The state without one attempt of the middle, which is only counted from now on. */
  static OperationState folded(OperationState state, Times times) {
    List<AttemptSummary> before = state.attempts();
    List<AttemptSummary> after = new ArrayList<>(before);
    boolean answer = before.get(OperationState.HALF).equals(Ledger.winner(before));
    AttemptSummary left = after.remove(answer ? OperationState.HALF + 1 : OperationState.HALF);
    long patientMs = left.endMs() + Segment.patience(left, times);
    Folded folded = state.folded().plus(patientMs, Ledger.of(before), Ledger.of(after));
    return with(state, Collections.unmodifiableList(after), folded);
  }

  private static OperationState with(
      OperationState state, List<AttemptSummary> attempts, Folded folded) {
    return new OperationState(
        state.key(), state.basis(), attempts, folded, state.lagMs(), state.marker());
  }

  private static List<AttemptSummary> inserted(
      List<AttemptSummary> attempts, AttemptSummary summary) {
    int at = attempts.size();
    while (at > 0 && AttemptSummary.ORDER.compare(summary, attempts.get(at - 1)) < 0) {
      at--;
    }
    List<AttemptSummary> more = new ArrayList<>(attempts.size() + 1);
    more.addAll(attempts);
    more.add(at, summary);
    return Collections.unmodifiableList(more);
  }

  /** Should two facts give one key, the better one counts, whichever came first. */
  private static KeyBasis stronger(KeyBasis one, KeyBasis other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
