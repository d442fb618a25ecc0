package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Attempts that belong together, as one operation. */
final class Operations {
  private static final int ID_RADIX = 36;

  private Operations() {}

  /**
   * Sums them up.
   *
   * @param key what the attempts are keyed by
   * @param attempts in their order, at least one
   * @param folded what was left out between them
   */
  static Operation of(String key, KeyBasis basis, List<AttemptSummary> attempts, Folded folded) {
    AttemptSummary first = attempts.get(0);
    Outcome outcome = Outcomes.of(attempts);
    ErrorCategory last = attempts.get(attempts.size() - 1).category();
    Tally tally = folded.tally().plus(Ledger.of(attempts));
    return new Operation(
        id(key, basis, first),
        basis,
        first.startMs(),
        endMs(attempts),
        outcome,
        attempts.size() + folded.attempts(),
        tally.fallbacks(),
        tally.blindRetries(),
        outcome.succeeded() ? null : last,
        all(attempts, AttemptSummary::category),
        all(attempts, AttemptSummary::provider),
        all(attempts, AttemptSummary::model),
        known(attempts, Caller::tenant),
        known(attempts, Caller::apiKeyId),
        known(attempts, Caller::client),
        known(attempts, Caller::gateway),
        known(attempts, Caller::api),
        Waits.of(attempts, folded.attempts()),
        tally.wastedTokens(),
        tally.wastedCostUsd(),
        known(attempts, Caller::traceId),
        all(attempts, AttemptSummary::requestId));
  }

  /** A key that may name several operations is told apart by when they began. */
  private static String id(String key, KeyBasis basis, AttemptSummary first) {
    return Segment.severalOperations(basis)
        ? key + '-' + Long.toString(first.startMs(), ID_RADIX)
        : key;
  }

  private static long endMs(List<AttemptSummary> attempts) {
    long endMs = Long.MIN_VALUE;
    for (AttemptSummary attempt : attempts) {
      endMs = Math.max(endMs, attempt.endMs());
    }
    return endMs;
  }

  private static <T> List<T> all(
      List<AttemptSummary> attempts, Function<AttemptSummary, T> component) {
    if (attempts.size() == 1) {
      T only = component.apply(attempts.get(0));
      return only == null ? List.of() : List.of(only);
    }
    return attempts.stream().map(component).filter(Objects::nonNull).distinct().toList();
  }

  private static <T> T known(List<AttemptSummary> attempts, Function<Caller, T> component) {
    for (AttemptSummary attempt : attempts) {
      T value = component.apply(attempt.caller());
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
