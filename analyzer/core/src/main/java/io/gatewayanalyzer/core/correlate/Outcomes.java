package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Outcome;
import java.util.List;

/** What the attempts of one operation achieved. */
final class Outcomes {
  private Outcomes() {}

  /** The outcome of attempts in their order, at least one. */
  static Outcome of(List<AttemptSummary> attempts) {
    if (attempts.get(0).succeeded()) {
      return Outcome.FIRST_TRY;
    }
    for (AttemptSummary attempt : attempts) {
      if (attempt.succeeded()) {
        return Outcome.RECOVERED;
      }
    }
    AttemptSummary last = attempts.get(attempts.size() - 1);
    if (last.category() == ErrorCategory.CANCELLED) {
      return Outcome.CANCELLED;
    }
    if (!last.retryable()) {
      return Outcome.NOT_RETRYABLE;
    }
    return attempts.size() > 1 ? Outcome.EXHAUSTED : Outcome.ABANDONED;
  }
}
