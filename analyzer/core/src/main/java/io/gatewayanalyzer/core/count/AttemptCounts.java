package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;

/** What one attempt adds to the counts, where and when. */
final class AttemptCounts {
  private static final int FIRST_ERROR_STATUS = 400;
  private static final double MICRO = 1e6;

  private AttemptCounts() {}

  /** When it ended, but not after it was logged; epoch milliseconds. */
  static long endMs(Attempt attempt) {
    long endMs = attempt.eventTimeMs() + Math.max(0, attempt.durationMs());
    return Math.max(0, Math.min(endMs, attempt.ingestTimeMs()));
  }

  static Place placeOf(Attempt attempt) {
    Origin origin = attempt.origin();
    return new Place(
        origin.gateway(),
        origin.provider(),
        origin.model(),
        origin.api(),
        origin.tenant(),
        origin.apiKeyId(),
        origin.client(),
        explained(attempt.verdict()) ? null : attempt.verdict().fingerprint());
  }

  static void add(Attempt attempt, long endMs, Counts counts) {
    counts.add(Measure.ATTEMPTS, 1);
    if (attempt.costUsd() > 0) {
      counts.add(Measure.COST_MICRO_USD, Math.round(attempt.costUsd() * MICRO));
    }
    if (!Double.isNaN(attempt.creditBalanceUsd())) {
      counts.add(new Balance(attempt.creditBalanceUsd(), endMs));
    }
    if (streamOfSuccess(attempt)) {
      counts.add(Measure.STREAMS, 1);
    }
    if (attempt.healthy()) {
      counts.add(Measure.HEALTHY, 1);
    } else {
      failure(attempt, endMs, counts);
    }
  }

  private static void failure(Attempt attempt, long endMs, Counts counts) {
    Verdict verdict = attempt.verdict();
    counts.add(Measure.attemptsOf(verdict.category()), 1);
    if (!explained(verdict)) {
      counts.add(Measure.UNRECOGNIZED, 1);
      counts.add(Measure.UNKNOWN_PAYLOADS, 1);
    }
    if (verdict.category() == ErrorCategory.RATE_LIMITED) {
      counts.add(limitedBy(verdict), 1);
    } else if (verdict.faultDomain() == FaultDomain.PROVIDER) {
      counts.add(Measure.PROVIDER_FAULTS, 1);
    }
    if (verdict.category() == ErrorCategory.INSUFFICIENT_CREDITS) {
      counts.add(withoutCredit(verdict), 1);
    }
    if (streamOfSuccess(attempt) && broken(attempt)) {
      counts.add(Measure.STREAMS_BROKEN, 1);
    }
    counts.add(
        new Sample(
            endMs,
            verdict.category(),
            attempt.requestId(),
            attempt.traceId(),
            attempt.message(),
            verdict.rule(),
            verdict.advisedWaitMs()));
  }

  private static boolean explained(Verdict verdict) {
    return verdict == null || verdict.recognized();
  }

  private static boolean streamOfSuccess(Attempt attempt) {
    return attempt.streamed() && attempt.httpStatus() < FIRST_ERROR_STATUS;
  }

  /** A caller that hung up broke nothing. */
  private static boolean broken(Attempt attempt) {
    Phase phase = attempt.verdict().phase();
    return (phase == Phase.MID_STREAM || phase == Phase.TRUNCATED)
        && attempt.streamVerdict() != StreamVerdict.CLIENT_CLOSED
        && attempt.verdict().category() != ErrorCategory.CANCELLED;
  }

  private static Measure limitedBy(Verdict verdict) {
    if (verdict.limitSource() == null) {
      return Measure.LIMITED_BY_UNKNOWN;
    }
    return switch (verdict.limitSource()) {
      case GATEWAY -> Measure.LIMITED_BY_GATEWAY;
      case PROVIDER -> Measure.LIMITED_BY_PROVIDER;
      case UNKNOWN -> Measure.LIMITED_BY_UNKNOWN;
    };
  }

  /** What is not said to be anything narrower is the account; money in flight frees itself. */
  private static Measure withoutCredit(Verdict verdict) {
    CreditScope scope = verdict.creditScope();
    if (verdict.basis() == Basis.STATUS_ONLY || scope == CreditScope.IN_FLIGHT) {
      return Measure.CREDIT_UNCONFIRMED;
    }
    if (scope == CreditScope.KEY) {
      return Measure.CREDIT_KEY;
    }
    return scope == CreditScope.PROVIDER_ACCOUNT
        ? Measure.CREDIT_PROVIDER_ACCOUNT
        : Measure.CREDIT_ACCOUNT;
  }
}
