package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * What an operation remembers of one attempt: enough to judge the operation, and to draw it.
 *
 * @param requestId the attempt's own id
 * @param startMs when it started, epoch milliseconds
 * @param endMs when it ended; its start when the log does not say how long it took
 * @param httpStatus the HTTP status; 0 when unknown
 * @param category what it failed of; null when it succeeded
 * @param faultDomain who has to act; null when it succeeded
 * @param phase how far the exchange had come; null when it succeeded
 * @param streamVerdict how the stream ended; null when not streamed
 * @param retryable whether sending it again may have helped; false when it succeeded
 * @param advisedWaitMs how long it advised to wait, milliseconds; -1 when it advised nothing
 * @param provider who was asked; null when unknown
 * @param model which model was asked for; null when unknown
 * @param servedModel which model answered; null when unknown
 * @param inputTokens tokens in; -1 when unknown
 * @param outputTokens tokens out; -1 when unknown
 * @param costUsd price in US dollars; 0 when unknown
 * @param caller what it has in common with the others
 * @param parentSpan W3C id of the caller's span as a number; 0 when unknown
 */
public record AttemptSummary(
    String requestId,
    long startMs,
    long endMs,
    int httpStatus,
    ErrorCategory category,
    FaultDomain faultDomain,
    Phase phase,
    StreamVerdict streamVerdict,
    boolean retryable,
    long advisedWaitMs,
    String provider,
    String model,
    String servedModel,
    long inputTokens,
    long outputTokens,
    double costUsd,
    Caller caller,
    long parentSpan) {
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
  private static final int MOST_STATUS = 999;

  static AttemptSummary of(Attempt attempt) {
    long startMs = clamp(attempt.eventTimeMs(), LAST_TIME_MS);
    Verdict verdict = attempt.verdict();
    Origin origin = attempt.origin();
    return new AttemptSummary(
        attempt.requestId(),
        startMs,
        startMs + clamp(attempt.durationMs(), LONGEST_DURATION_MS),
        (int) clamp(attempt.httpStatus(), MOST_STATUS),
        verdict == null ? null : verdict.category(),
        verdict == null ? null : verdict.faultDomain(),
        verdict == null ? null : verdict.phase(),
        attempt.streamVerdict(),
        verdict != null && verdict.retryable(),
        verdict == null ? -1 : verdict.advisedWaitMs(),
        origin.provider(),
        origin.model(),
        origin.servedModel(),
        Math.max(-1, attempt.inputTokens()),
        Math.max(-1, attempt.outputTokens()),
        attempt.costUsd() > 0 ? attempt.costUsd() : 0,
        Caller.of(attempt),
        HexIds.bits(attempt.parentSpanId()));
  }

  /** Whether nothing went wrong. */
  public boolean succeeded() {
    return category == null;
  }

  /** W3C id of the caller's span, 16 hex digits; null when unknown. */
  public String parentSpanId() {
    return parentSpan == 0 ? null : HexFormat.of().toHexDigits(parentSpan);
  }

  /** Tokens in and out; 0 when unknown. */
  public long tokens() {
    return Math.max(0, inputTokens) + Math.max(0, outputTokens);
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
