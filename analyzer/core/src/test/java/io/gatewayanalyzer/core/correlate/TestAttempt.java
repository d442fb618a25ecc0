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
    double costUsd) {
  /** When every test begins, epoch milliseconds. */
  public static final long EPOCH_MS = 1_793_534_400_000L;

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
        Double.NaN);
  }

  /** A failure of an operation with an id. */
  public static TestAttempt failed(
      String requestId, long startMs, long tookMs, ErrorCategory category) {
    return ok(requestId, startMs, tookMs).failing(category, category.defaultRetryable());
  }

  TestAttempt failing(ErrorCategory category, boolean retryable) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd);
  }

  TestAttempt named(String requestId) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd);
  }

  TestAttempt keyed(String key, KeyBasis basis) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd);
  }

  TestAttempt advising(long advisedMs) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd);
  }

  TestAttempt at(String provider, String model) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd);
  }

  TestAttempt using(long tokens, double costUsd) {
    return new TestAttempt(
        key, basis, requestId, startMs, tookMs, category, retryable, advisedMs, provider, model,
        tokens, costUsd);
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
        "4bf92f3577b34da6a3ce929d0e0e4736",
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
