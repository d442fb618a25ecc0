package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Verdict;
import java.util.Comparator;

/**
 * What an open operation remembers of one attempt.
 *
 * @param requestId the attempt's own id
 * @param startMs when it started, epoch milliseconds
 * @param endMs when it ended; its start when the log does not say how long it took
 * @param category what it failed of; null when it succeeded
 * @param retryable whether sending it again may have helped; false when it succeeded
 * @param advisedWaitMs how long it advised to wait, milliseconds; -1 when it advised nothing
 * @param provider who was asked; null when unknown
 * @param model which model was asked for; null when unknown
 * @param tokens tokens in and out; 0 when unknown
 * @param costUsd price in US dollars; 0 when unknown
 * @param caller what it has in common with the others
 */
record AttemptSummary(
    String requestId,
    long startMs,
    long endMs,
    ErrorCategory category,
    boolean retryable,
    long advisedWaitMs,
    String provider,
    String model,
    long tokens,
    double costUsd,
    Caller caller) {
  /** The order of attempts: by start; the rest only makes it total. */
  static final Comparator<AttemptSummary> ORDER =
      Comparator.comparingLong(AttemptSummary::startMs)
          .thenComparing(AttemptSummary::requestId)
          .thenComparingLong(AttemptSummary::endMs)
          .thenComparing(AttemptSummary::succeeded)
          .thenComparingLong(AttemptSummary::tokens);

  /** The end of the year 9999: what no record can write is a broken clock. */
  static final long LAST_TIME_MS = 253_402_300_799_999L;

  private static final long LONGEST_DURATION_MS = 24 * 3_600_000L;

  static AttemptSummary of(Attempt attempt) {
    long startMs = clamp(attempt.eventTimeMs(), LAST_TIME_MS);
    Verdict verdict = attempt.verdict();
    return new AttemptSummary(
        attempt.requestId(),
        startMs,
        startMs + clamp(attempt.durationMs(), LONGEST_DURATION_MS),
        verdict == null ? null : verdict.category(),
        verdict != null && verdict.retryable(),
        verdict == null ? -1 : verdict.advisedWaitMs(),
        attempt.origin().provider(),
        attempt.origin().model(),
        Math.max(0, attempt.inputTokens()) + Math.max(0, attempt.outputTokens()),
        attempt.costUsd() > 0 ? attempt.costUsd() : 0,
        Caller.of(attempt));
  }

  boolean succeeded() {
    return category == null;
  }

  /** Whether both went to one provider and model; what a log leaves out differs from nothing. */
  boolean sameTarget(AttemptSummary other) {
    return same(provider, other.provider) && same(model, other.model);
  }

  private static boolean same(String one, String other) {
    return one == null || other == null || one.equals(other);
  }

  private static long clamp(long value, long most) {
    return Math.min(Math.max(0, value), most);
  }
}
