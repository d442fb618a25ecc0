package io.gatewayanalyzer.app.serde;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.ErrorDetail;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;

/** Attempts to write and read. */
final class Attempts {
  private static final Origin NOBODY =
      new Origin(null, null, null, null, null, null, null, null, null);

  private Attempts() {}

  /** Every component says something. */
  static Attempt full() {
    return new Attempt(
        "req-81",
        "op-7",
        KeyBasis.IDEMPOTENCY_KEY,
        1_793_534_400_000L,
        1_793_534_401_234L,
        1_840,
        new Origin(
            "anannas",
            Api.CHAT_COMPLETIONS,
            "openai",
            "gpt-5-mini",
            "gpt-5-mini-2026",
            "acme",
            "key_7",
            "openai-python/2.8.0",
            "prod"),
        429,
        true,
        StreamVerdict.FAILED_IN_BAND,
        new ChunkLoss(3, 2, 1),
        new Verdict(
            ErrorCategory.RATE_LIMITED,
            FaultDomain.ACCOUNT,
            Phase.MID_STREAM,
            true,
            RetryAdvice.WAIT,
            20_000,
            LimitSource.PROVIDER,
            LimitDimension.SPEND,
            CreditScope.IN_FLIGHT,
            "anannas/rate-limited",
            Basis.DECLARED,
            false,
            "0123456789abcdef"),
        "Slow down.",
        "2026-11-01",
        812,
        0,
        0.00123,
        3.2,
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00f067aa0ba902b7",
        new RawRef("llmgw.raw.requests.v1", 3, 123));
  }

  /** As little as an attempt can say. */
  static Attempt bare() {
    return with("req-1", 0, Double.NaN);
  }

  static Attempt with(String requestId, long eventTimeMs, double costUsd) {
    return new Attempt(
        requestId,
        "op-1",
        KeyBasis.REQUEST_ID,
        eventTimeMs,
        0,
        -1,
        NOBODY,
        0,
        false,
        null,
        ChunkLoss.NONE,
        null,
        null,
        "2026-11-01",
        -1,
        -1,
        costUsd,
        Double.NaN,
        null,
        null,
        null);
  }

  static ErrorDetail detail(String message) {
    return new ErrorDetail(
        "rate_limit_error",
        "slow_down",
        "model",
        message,
        "{\"code\":1}",
        "{\"region\":\"eu\"}",
        4,
        900);
  }
}
