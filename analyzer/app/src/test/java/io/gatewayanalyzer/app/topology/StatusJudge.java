package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.ErrorDetail;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.judge.Judged;
import io.gatewayanalyzer.core.stream.StreamReading;

/**
 * A judge that looks at the status alone: 500 is recognised, 599 is not, 418 and 419 are bugs of
 * ours.
 */
final class StatusJudge implements Judging {
  static final String SECRET = "sk-not-a-real-key-0000";

  @Override
  public Judged judge(RawRequest request, StreamReading stream, RawRef ref, long ingestTimeMs) {
    if (request.status() == 418) {
      throw new IllegalArgumentException("cannot read " + SECRET);
    }
    if (request.status() == 419) {
      throw new ClassCastException("cannot cast " + SECRET);
    }
    Verdict verdict = request.status() < 400 ? null : verdict(request.status());
    Attempt attempt =
        new Attempt(
            request.requestId(),
            request.operationId(),
            KeyBasis.OPERATION_ID,
            request.timestampMs(),
            ingestTimeMs,
            request.durationMs(),
            request.origin(),
            request.status(),
            request.streamed(),
            null,
            ChunkLoss.NONE,
            verdict,
            verdict == null ? null : "broken",
            "rules-1",
            request.inputTokens(),
            request.outputTokens(),
            request.costUsd(),
            request.balanceUsd(),
            request.traceId(),
            request.parentSpanId(),
            ref);
    return new Judged(
        attempt,
        verdict == null
            ? null
            : new ErrorDetail("server_error", null, null, "broken", null, null, -1, -1));
  }

  private static Verdict verdict(int status) {
    return new Verdict(
        ErrorCategory.PROVIDER_ERROR,
        FaultDomain.PROVIDER,
        Phase.BEFORE_RESPONSE,
        true,
        RetryAdvice.BACKOFF,
        -1,
        null,
        null,
        null,
        "status/5xx",
        Basis.STATUS_ONLY,
        status == 500,
        "00000000000005ff");
  }
}
