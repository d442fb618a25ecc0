package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;

/**
 * How an attempt fails.
 *
 * @param category what it is
 * @param status the HTTP status
 * @param phase how far it had come
 * @param limitSource whose limit; null unless it is one
 * @param advisedWaitMs as the sender says; -1 when it does not
 * @param tookMs how long the attempt takes, milliseconds
 * @param message what the sender says
 */
record Failure(
    ErrorCategory category,
    int status,
    Phase phase,
    LimitSource limitSource,
    long advisedWaitMs,
    long tookMs,
    String message) {
  static Failure of(ErrorCategory category, int status, String message) {
    return new Failure(category, status, Phase.BEFORE_RESPONSE, null, -1, 120, message);
  }

  static Failure limited(LimitSource source, long waitMs) {
    return new Failure(
        ErrorCategory.RATE_LIMITED,
        429,
        Phase.BEFORE_RESPONSE,
        source,
        waitMs,
        40,
        "Rate limit exceeded");
  }

  static Failure broken() {
    return new Failure(
        ErrorCategory.STREAM_INTERRUPTED,
        200,
        Phase.TRUNCATED,
        null,
        -1,
        2_500,
        "The stream broke");
  }

  static Failure noCredit(int status) {
    return of(ErrorCategory.INSUFFICIENT_CREDITS, status, "Insufficient credits");
  }

  Failure taking(long ms) {
    return new Failure(category, status, phase, limitSource, advisedWaitMs, ms, message);
  }

  boolean retryable() {
    return category.defaultRetryable();
  }

  boolean ofStreams() {
    return phase == Phase.TRUNCATED || phase == Phase.MID_STREAM;
  }

  StreamVerdict streamVerdict() {
    if (category == ErrorCategory.CANCELLED) {
      return StreamVerdict.CLIENT_CLOSED;
    }
    return phase == Phase.TRUNCATED ? StreamVerdict.TRUNCATED : StreamVerdict.FAILED_IN_BAND;
  }

  Verdict verdict() {
    boolean credit = category == ErrorCategory.INSUFFICIENT_CREDITS;
    return new Verdict(
        category,
        category.defaultFaultDomain(),
        phase,
        retryable(),
        category.defaultRetryAdvice(),
        advisedWaitMs,
        limitSource,
        limitSource == null ? null : LimitDimension.REQUESTS,
        credit ? CreditScope.ACCOUNT : null,
        "simulation/" + category.wire().replace('_', '-'),
        Basis.DECLARED,
        true,
        "00000000000000" + String.format("%02x", category.ordinal()));
  }
}
