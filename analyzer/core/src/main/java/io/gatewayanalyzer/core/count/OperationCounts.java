package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Operation;
import java.util.List;

/** What one operation adds to the counts, and where. */
final class OperationCounts {
  private OperationCounts() {}

  /** Where its last attempt was made, as far as the operation says. */
  static Place placeOf(Operation operation) {
    return new Place(
        operation.gateway(),
        last(operation.providers()),
        last(operation.models()),
        operation.api(),
        operation.tenant(),
        operation.apiKeyId(),
        operation.client(),
        null);
  }

  static void add(Operation operation, Counts counts) {
    counts.add(Measure.OPERATIONS, 1);
    counts.add(Measure.OPERATION_ATTEMPTS, operation.attempts());
    if (operation.outcome().succeeded()) {
      counts.add(Measure.OPERATIONS_SUCCEEDED, 1);
    } else if (operation.finalCategory() != null) {
      counts.add(Measure.operationsOf(operation.finalCategory()), 1);
    }
    if (operation.blindRetries() > 0) {
      counts.add(Measure.BLIND_RETRIES, operation.blindRetries());
      counts.add(sample(operation));
    }
  }

  private static Sample sample(Operation operation) {
    ErrorCategory category = last(operation.categories());
    String requestId = last(operation.requestIds());
    return new Sample(
        operation.endedMs(), category, requestId, operation.traceId(), null, null, -1);
  }

  private static <T> T last(List<T> values) {
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }
}
