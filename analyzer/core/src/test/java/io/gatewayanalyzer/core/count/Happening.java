package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;

/**
 * An attempt to count; times are milliseconds since the test began.
 *
 * @param requestId its own id
 * @param startMs when it started
 * @param tookMs how long it took; -1 when unknown
 * @param loggedMs when it was logged
 * @param tenant whose it is
 * @param status the HTTP status
 * @param streamVerdict how its stream ended; null when it is none
 * @param costUsd its price; NaN when unknown
 * @param balanceUsd what was left in the account; NaN when unknown
 * @param verdict what went wrong; null when nothing did
 */
record Happening(
    String requestId,
    long startMs,
    long tookMs,
    long loggedMs,
    String tenant,
    int status,
    StreamVerdict streamVerdict,
    double costUsd,
    double balanceUsd,
    Verdict verdict) {
  /** When every test begins, epoch milliseconds; the start of a bucket. */
  static final long EPOCH_MS = 1_793_534_400_000L;

  static Happening ok(String requestId, long startMs, long tookMs) {
    return new Happening(
        requestId, startMs, tookMs, startMs + tookMs, "t", 200, null, Double.NaN, Double.NaN, null);
  }

  Happening failing(ErrorCategory category) {
    return failing(category, null, null, Basis.DECLARED, true);
  }

  Happening failing(
      ErrorCategory category,
      LimitSource limit,
      CreditScope credit,
      Basis basis,
      boolean recognized) {
    return with(
        500,
        null,
        new Verdict(
            category,
            category.defaultFaultDomain(),
            Phase.BEFORE_RESPONSE,
            category.defaultRetryable(),
            category.defaultRetryAdvice(),
            7_000,
            limit,
            null,
            credit,
            "test/rule",
            basis,
            recognized,
            "00000000deadbeef"));
  }

  Happening streaming(StreamVerdict streamVerdict, Phase phase, ErrorCategory category) {
    Verdict broken =
        category == null
            ? null
            : new Verdict(
                category,
                FaultDomain.PROVIDER,
                phase,
                true,
                category.defaultRetryAdvice(),
                -1,
                null,
                null,
                null,
                "test/rule",
                Basis.DECLARED,
                true,
                "00000000deadbeef");
    return with(200, streamVerdict, broken);
  }

  Happening with(int otherStatus, StreamVerdict otherStream, Verdict otherVerdict) {
    return new Happening(
        requestId,
        startMs,
        tookMs,
        loggedMs,
        tenant,
        otherStatus,
        otherStream,
        costUsd,
        balanceUsd,
        otherVerdict);
  }

  Happening costing(double usd) {
    return new Happening(
        requestId,
        startMs,
        tookMs,
        loggedMs,
        tenant,
        status,
        streamVerdict,
        usd,
        balanceUsd,
        verdict);
  }

  Happening leaving(double usd) {
    return new Happening(
        requestId, startMs, tookMs, loggedMs, tenant, status, streamVerdict, costUsd, usd, verdict);
  }

  Happening loggedAt(long otherMs) {
    return new Happening(
        requestId,
        startMs,
        tookMs,
        otherMs,
        tenant,
        status,
        streamVerdict,
        costUsd,
        balanceUsd,
        verdict);
  }

  Happening of(String otherTenant) {
    return new Happening(
        requestId,
        startMs,
        tookMs,
        loggedMs,
        otherTenant,
        status,
        streamVerdict,
        costUsd,
        balanceUsd,
        verdict);
  }

  Attempt attempt() {
    return new Attempt(
        requestId,
        "op",
        KeyBasis.OPERATION_ID,
        EPOCH_MS + startMs,
        EPOCH_MS + loggedMs,
        tookMs,
        new Origin("gate", Api.CHAT_COMPLETIONS, "acme", "m1", "m1-1", tenant, "k1", "c/1", "prod"),
        status,
        streamVerdict != null,
        streamVerdict,
        ChunkLoss.NONE,
        verdict,
        verdict == null ? null : "what was said",
        "test",
        10,
        20,
        costUsd,
        balanceUsd,
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00f067aa0ba902b7",
        null);
  }
}
