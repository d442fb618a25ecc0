package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.Verdict;

/**
 * An attempt to write tests with; times are milliseconds since the test began.
 *
 * @param key what it is keyed by
 * @param basis where the key comes from
 * @param requestId its own id
 * @param startMs when it started
 * @param tookMs how long it took; -1 when unknown
 * @param category what it failed of; null when it succeeded
 * @param retryable whether sending it again may help
 * @param advisedMs the advised wait; -1 for none
 * @param provider who was asked
 * @param model which model
 * @param tokens tokens in and out; -1 when unknown
 * @param costUsd its price; NaN when unknown
 * @param traceId the trace it names; null for none
 */
public record TestAttempt(
    String key,
    KeyBasis basis,
    String requestId,
    long startMs,
    long tookMs,
    ErrorCategory category,
    boolean retryable,
    long advisedMs,
    String provider,
    String model,
    long tokens,
    double costUsd,
    String traceId) {
  /** When every test begins, epoch milliseconds. */
  public static final long EPOCH_MS = 1_793_534_400_000L;

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  /** A success of an operation with an id. */
  public static TestAttempt ok(String requestId, long startMs, long tookMs) {
    return new TestAttempt(
        "op",
        KeyBasis.OPERATION_ID,
        requestId,
        startMs,
        tookMs,
        null,
        false,
        -1,
        "acme",
        "m1",
        -1,
        Double.NaN,
        TRACE_ID);
  }

  /** A failure of an operation with an id. */
  public static TestAttempt failed(
      String requestId, long startMs, long tookMs, ErrorCategory category) {
    return ok(requestId, startMs, tookMs).failing(category, category.defaultRetryable());
  }

  TestAttempt failing(ErrorCategory category, boolean retryable) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd, traceId);
  }

  TestAttempt named(String requestId) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd, traceId);
  }

  TestAttempt keyed(String key, KeyBasis basis) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd, traceId);
  }

  TestAttempt advising(long advisedMs) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd, traceId);
  }

  TestAttempt at(String provider, String model) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd, traceId);
  }

  TestAttempt using(long tokens, double costUsd) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd, traceId);
  }

  TestAttempt traced(String traceId) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd, traceId);
  }

  /** The attempt as the line would carry it. */
  public Attempt attempt() {
    return new Attempt(
        requestId,
        key,
        basis,
        EPOCH_MS + startMs,
        EPOCH_MS + startMs,
        tookMs,
        new Origin("gate", Api.CHAT_COMPLETIONS, provider, model, null, "t", "k", "c/1", null),
        category == null ? 200 : 500,
        false,
        null,
        ChunkLoss.NONE,
        category == null ? null : verdict(),
        null,
        "test",
        tokens,
        -1,
        costUsd,
        Double.NaN,
        traceId,
        traceId == null ? null : "00f067aa0ba902b7",
        null);
  }

  private Verdict verdict() {
    return new Verdict(
        category,
        category.defaultFaultDomain(),
        Phase.BEFORE_RESPONSE,
        retryable,
        category.defaultRetryAdvice(),
        advisedMs,
        null,
        null,
        null,
        "test/rule",
        Basis.DECLARED,
        true,
        "0000000000000000");
  }
}
