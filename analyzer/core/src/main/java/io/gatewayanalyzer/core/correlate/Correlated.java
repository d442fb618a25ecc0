package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Operation;

/** What correlating says: an operation, or an attempt that became part of none. */
public sealed interface Correlated {
  /**
   * An operation that nothing will be added to any more.
   *
   * @param operation what came of it
   * @param closedMs when it was known to be over, event time, epoch milliseconds; the same whenever
   *     the step is woken
   */
  record Closed(Operation operation, long closedMs) implements Correlated {}

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
