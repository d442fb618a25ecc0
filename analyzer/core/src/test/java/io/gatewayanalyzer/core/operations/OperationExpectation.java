package io.gatewayanalyzer.core.operations;

import static io.gatewayanalyzer.core.correlate.TestAttempt.EPOCH_MS;

import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.event.Wire;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that the {@code then} of an operation scenario may ask about an operation. */
public enum OperationExpectation {
  OPERATION_ID(Operation::operationId),
  KEY_BASIS(Operation::keyBasis),
  OUTCOME(Operation::outcome),
  ATTEMPTS(Operation::attempts),
  RETRIES(Operation::retries),
  FALLBACKS(Operation::fallbacks),
  BLIND_RETRIES(Operation::blindRetries),
  FINAL_CATEGORY(Operation::finalCategory),
  CATEGORIES(Operation::categories),
  PROVIDERS(Operation::providers),
  MODELS(Operation::models),
  WAITS(operation -> operation.waits().stream().map(OperationExpectation::wait).toList()),
  WASTED_TOKENS(Operation::wastedTokens),
  WASTED_COST_USD(Operation::wastedCostUsd),
  STARTED(operation -> Times.text(operation.startedMs() - EPOCH_MS)),
  ENDED(operation -> Times.text(operation.endedMs() - EPOCH_MS)),
  DURATION(operation -> Times.text(operation.durationMs())),
  REQUEST_IDS(Operation::requestIds);

  private final String key = name().toLowerCase(Locale.ROOT);
  private final Function<Operation, Object> actual;

  OperationExpectation(Function<Operation, Object> actual) {
    this.actual = actual;
  }

  /** The expectation with this key, or null. */
  static OperationExpectation of(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElse(null);
  }

  /** All keys in one line, for messages. */
  static String keys() {
    return Arrays.stream(values()).map(one -> one.key).collect(Collectors.joining(", "));
  }

  /** How files spell it. */
  public String key() {
    return key;
  }

  /** What the operation says about it, as a file would spell it. */
  public String actual(Operation operation) {
    return text(actual.apply(operation));
  }

  /** A value as it is compared: lists in brackets, words by their wire names. */
  static String text(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream()
          .map(OperationExpectation::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Wire word ? word.wire() : String.valueOf(value);
  }

  private static String wait(Wait wait) {
    return wait.attempt()
        + ": "
        + (wait.advisedMs() < 0 ? "nothing" : Times.text(wait.advisedMs()))
        + " advised, "
        + Times.text(wait.actualMs())
        + " waited, "
        + wait.verdict().wire();
  }
}
