package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.core.correlate.AttemptSummary;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.TraceIds;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.redact.Redactor;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation as spans: one for it, and one child for each attempt. A function of the operation
 * alone, so that a replay yields the same spans. An operation that succeeded in the end has not
 * failed, whatever its attempts did.
 */
final class OperationSpans {
  private static final String UNKNOWN_ERROR = "_OTHER";

  private final Correlated.Closed closed;
  private final Operation operation;
  private final String traceId;
  private final String parentId;
  private final String spanId;

  private OperationSpans(Correlated.Closed closed) {
    this.closed = closed;
    operation = closed.operation();
    traceId = TraceIds.of(closed);
    parentId = closed.parentSpanId();
    spanId = TraceIds.span(operation.operationId(), 0);
  }

  /** The spans, the operation's first, then its attempts in their order. */
  static List<SpanDraft> of(Correlated.Closed closed) {
    OperationSpans spans = new OperationSpans(closed);
    List<SpanDraft> drafts = new ArrayList<>(closed.attempts().size() + 1);
    drafts.add(spans.whole());
    for (int i = 0; i < closed.attempts().size(); i++) {
      drafts.add(spans.attempt(closed.attempts().get(i), closed.number(i)));
    }
    return drafts;
  }

  /** How many spans it would be. */
  static int count(Correlated.Closed closed) {
    return closed.attempts().size() + 1;
  }

  private SpanDraft whole() {
    AttemptSummary said = answer();
    AttemptSummary last = closed.attempts().get(closed.attempts().size() - 1);
    boolean failed = !operation.outcome().succeeded();
    String model = operation.models().isEmpty() ? null : name(operation.models().get(0));
    String errorType = failed ? errorType(operation.finalCategory()) : null;
    Sheet sheet =
        new Sheet()
            .text(SpanTable.OPERATION_NAME, verb(operation.api()))
            .text(SpanTable.PROVIDER_NAME, provider(said == null ? last : said))
            .text(SpanTable.REQUEST_MODEL, model)
            .text(SpanTable.ERROR_TYPE, errorType)
            .text(SpanTable.OPERATION_ID, operation.operationId())
            .word(SpanTable.OUTCOME, operation.outcome())
            .text(SpanTable.GATEWAY, name(operation.gateway()))
            .word(SpanTable.KEY_BASIS, operation.keyBasis())
            .number(SpanTable.ATTEMPTS, operation.attempts())
            .some(SpanTable.FALLBACKS, operation.fallbacks())
            .some(SpanTable.BLIND_RETRIES, operation.blindRetries())
            .some(SpanTable.WASTED_TOKENS, operation.wastedTokens())
            .some(SpanTable.WASTED_COST, operation.wastedCostUsd());
    if (said != null) {
      answered(said, sheet);
    }
    if (failed) {
      sheet
          .word(SpanTable.CATEGORY, operation.finalCategory())
          .word(SpanTable.FAULT_DOMAIN, last.faultDomain());
    }
    return new SpanDraft(
        traceId,
        spanId,
        parentId,
        true,
        title(verb(operation.api()), "inference", model),
        operation.startedMs(),
        operation.endedMs(),
        sheet.done(),
        errorType,
        null,
        null);
  }

  private SpanDraft attempt(AttemptSummary attempt, int number) {
    String errorType = attempt.succeeded() ? null : errorType(attempt.category());
    String model = name(attempt.model());
    Sheet sheet =
        new Sheet()
            .text(SpanTable.OPERATION_NAME, verb(attempt.caller().api()))
            .text(SpanTable.PROVIDER_NAME, provider(attempt))
            .text(SpanTable.REQUEST_MODEL, model)
            .text(SpanTable.ERROR_TYPE, errorType)
            .some(SpanTable.HTTP_STATUS, attempt.httpStatus())
            .some(SpanTable.RESEND_COUNT, number - 1)
            .text(SpanTable.OPERATION_ID, operation.operationId())
            .text(SpanTable.REQUEST_ID, attempt.requestId())
            .text(SpanTable.GATEWAY, name(attempt.caller().gateway()))
            .word(SpanTable.STREAM_VERDICT, attempt.streamVerdict())
            .some(SpanTable.COST, attempt.costUsd());
    answered(attempt, sheet);
    if (attempt.streamVerdict() != null) {
      sheet.flag(SpanTable.REQUEST_STREAM, true);
    }
    if (!attempt.succeeded()) {
      failed(attempt, sheet);
    }
    waited(number, sheet);
    return new SpanDraft(
        traceId,
        TraceIds.span(operation.operationId(), number),
        spanId,
        false,
        title("attempt", "attempt", model),
        attempt.startMs(),
        attempt.endMs(),
        sheet.done(),
        errorType,
        errorType == null ? null : Attributes.of(SpanTable.EXCEPTION_TYPE.key(), errorType),
        link(attempt));
  }

  private static void answered(AttemptSummary attempt, Sheet sheet) {
    sheet
        .text(SpanTable.RESPONSE_MODEL, name(attempt.servedModel()))
        .number(SpanTable.INPUT_TOKENS, attempt.inputTokens())
        .number(SpanTable.OUTPUT_TOKENS, attempt.outputTokens());
  }

  private static void failed(AttemptSummary attempt, Sheet sheet) {
    sheet
        .word(SpanTable.CATEGORY, attempt.category())
        .word(SpanTable.FAULT_DOMAIN, attempt.faultDomain())
        .word(SpanTable.PHASE, attempt.phase())
        .flag(SpanTable.RETRYABLE, attempt.retryable())
        .number(SpanTable.ADVISED_WAIT, attempt.advisedWaitMs());
  }

  private void waited(int number, Sheet sheet) {
    for (Wait wait : operation.waits()) {
      if (wait.attempt() == number - 1) {
        sheet
            .number(SpanTable.WAITED, wait.actualMs())
            .word(SpanTable.WAIT_VERDICT, wait.verdict());
      }
    }
  }

  /** A client that traces each of its tries gives each a span of its own. */
  private SpanDraft.Link link(AttemptSummary attempt) {
    String own = attempt.parentSpanId();
    String trace = attempt.caller().traceId();
    boolean known = own == null || trace == null || own.equals(parentId) && trace.equals(traceId);
    return known ? null : new SpanDraft.Link(trace, own);
  }

  /** The success that ended first; null when all failed. */
  private AttemptSummary answer() {
    AttemptSummary answer = null;
    for (AttemptSummary attempt : closed.attempts()) {
      if (attempt.succeeded() && (answer == null || attempt.endMs() < answer.endMs())) {
        answer = attempt;
      }
    }
    return answer;
  }

  /** A name out of the log: who mixes up two settings logs a key as the model. */
  private static String name(String logged) {
    return Redactor.redact(logged);
  }

  private static String provider(AttemptSummary attempt) {
    return Providers.spelled(name(attempt.provider()));
  }

  private static String errorType(ErrorCategory category) {
    return category == null || category == ErrorCategory.UNKNOWN ? UNKNOWN_ERROR : category.wire();
  }

  private static String title(String what, String otherwise, String model) {
    String title = what == null ? otherwise : what;
    return model == null ? title : Sheet.cut(title + ' ' + model);
  }

  /** The conventions' word for an API; null when they have none. */
  private static String verb(Api api) {
    if (api == null) {
      return null;
    }
    return switch (api) {
      case CHAT_COMPLETIONS, RESPONSES, MESSAGES -> "chat";
      case EMBEDDINGS -> "embeddings";
      case OTHER -> null;
    };
  }
}
