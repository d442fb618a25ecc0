package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Operation;
import java.util.List;

/** What correlating says: an operation, or an attempt that became part of none. */
public sealed interface Correlated {
  /**
   * An operation that nothing will be added to any more.
   *
   * @param operation what came of it
   * @param closedMs when it was known to be over, event time, epoch milliseconds; the same whenever
   *     the step is woken
   * @param key what its attempts are keyed by
   * @param attempts those that were kept one by one, in their order; with very many, the first and
   *     the last ones
   */
  record Closed(Operation operation, long closedMs, String key, List<AttemptSummary> attempts)
      implements Correlated {
    /**
     * The number of an attempt, from 1 on.
     *
     * @param index its place in {@link #attempts()}
     */
    public int number(int index) {
      return OperationState.number(index, operation.attempts() - attempts.size());
    }

    /** W3C id of the span that called for the operation, 16 hex digits; null when unknown. */
    public String parentSpanId() {
      for (AttemptSummary attempt : attempts) {
        String traceId = attempt.caller().traceId();
        if (attempt.parentSpan() != 0 && traceId != null && traceId.equals(operation.traceId())) {
          return attempt.parentSpanId();
        }
      }
      return null;
    }
  }

  /**
   * An attempt that came after its operation was closed; it amends nothing.
   *
   * @param operationKey what the attempt is keyed by
   * @param requestId its own id
   * @param eventTimeMs when it started, epoch milliseconds
   */
  record Late(String operationKey, String requestId, long eventTimeMs) implements Correlated {}

  /**
   * An attempt that an open operation already has, delivered once more.
   *
   * @param operationKey what the attempt is keyed by
   * @param requestId its own id
   * @param eventTimeMs when it started, epoch milliseconds
   */
  record Repeated(String operationKey, String requestId, long eventTimeMs) implements Correlated {}
}
