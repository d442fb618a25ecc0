package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.core.correlate.CorrelateSettings;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.OperationState;
import io.gatewayanalyzer.core.correlate.RetryCorrelator;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.step.Decision;
import java.util.List;

/** Attempts of one operation, and what the correlator makes of them. */
final class Tries {
  static final long EPOCH_MS = 1_793_534_400_000L;

  private static final Origin CALLER =
      new Origin("gate", Api.CHAT_COMPLETIONS, "acme", "m1", null, "t", "k", "c/1", null);

  private Tries() {}

  /** One try; it succeeds when it has no category. */
  static Attempt attempt(String requestId, long startMs, long tookMs, ErrorCategory category) {
    return attempt("op-7", requestId, startMs, tookMs, category, CALLER);
  }

  /** One try of some operation, by someone. */
  static Attempt attempt(
      String operationId,
      String requestId,
      long startMs,
      long tookMs,
      ErrorCategory category,
      Origin caller) {
    return new Attempt(
        requestId,
        operationId,
        KeyBasis.OPERATION_ID,
        EPOCH_MS + startMs,
        EPOCH_MS + startMs,
        tookMs,
        caller,
        category == null ? 200 : 500,
        false,
        null,
        ChunkLoss.NONE,
        category == null ? null : verdict(category),
        category == null ? null : "what was said",
        "test",
        -1,
        -1,
        Double.NaN,
        Double.NaN,
        null,
        null,
        null);
  }

  /** The operation of these attempts, in any order. */
  static Correlated.Closed closed(List<Attempt> attempts) {
    RetryCorrelator correlator = new RetryCorrelator(CorrelateSettings.DEFAULTS);
    OperationState state = null;
    for (Attempt attempt : attempts) {
      state = correlator.on(state, attempt, EPOCH_MS).state();
    }
    Decision<OperationState, Correlated> end = correlator.due(state, Long.MAX_VALUE);
    return (Correlated.Closed) end.outputs().get(0);
  }

  /** The operation of one try that succeeded. */
  static Correlated.Closed healthy(String requestId) {
    return closed(List.of(attempt(requestId, 0, 100, null)));
  }

  /** The operation of this id, of one try that succeeded. */
  static Correlated.Closed healthyOf(String operationId) {
    return closed(List.of(attempt(operationId, "req-1", 0, 100, null, CALLER)));
  }

  /** The operation of one try that failed. */
  static Correlated.Closed failed(String requestId) {
    return closed(List.of(attempt(requestId, 0, 100, ErrorCategory.PROVIDER_ERROR)));
  }

  private static Verdict verdict(ErrorCategory category) {
    return new Verdict(
        category,
        category.defaultFaultDomain(),
        Phase.BEFORE_RESPONSE,
        category.defaultRetryable(),
        category.defaultRetryAdvice(),
        -1,
        null,
        null,
        null,
        "test/rule",
        Basis.DECLARED,
        true,
        "0000000000000000");
  }

  /** What a span says of an attribute; null when it says nothing. */
  static Object said(SpanDraft span, SpanAttribute<?> attribute) {
    return span.attributes().stream()
        .filter(said -> said.attribute().equals(attribute))
        .map(Said::value)
        .findFirst()
        .orElse(null);
  }
}
