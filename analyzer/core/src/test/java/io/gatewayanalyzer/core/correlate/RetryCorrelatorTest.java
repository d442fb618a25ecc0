package io.gatewayanalyzer.core.correlate;

import static io.gatewayanalyzer.core.correlate.TestAttempt.EPOCH_MS;
import static io.gatewayanalyzer.core.correlate.TestAttempt.failed;
import static io.gatewayanalyzer.core.correlate.TestAttempt.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.step.Decision;
import org.junit.jupiter.api.Test;

class RetryCorrelatorTest {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;

  private final Line line = new Line(CorrelateSettings.DEFAULTS);

  @Test
  void shouldWaitForTheGraceAfterASuccess() {
    // Given
    TestAttempt success = ok("a", 0, SECOND);

    // When
    Decision<OperationState, Correlated> decision = line.arrives(success);

    // Then
    assertThat(decision.outputs()).isEmpty();
    assertThat(decision.dueMs()).isEqualTo(EPOCH_MS + 11 * SECOND);
  }

  @Test
  void shouldWaitForTheGapAndTheGraceAfterAFailure() {
    // Given
    TestAttempt failure = failed("a", 0, SECOND, ErrorCategory.PROVIDER_ERROR);

    // When
    Decision<OperationState, Correlated> decision = line.arrives(failure);

    // Then
    assertThat(decision.dueMs()).isEqualTo(EPOCH_MS + 2 * MINUTE + 11 * SECOND);
  }

  @Test
  void shouldWaitAsLongAsTheCallerWasToldTo() {
    // Given
    TestAttempt failure = failed("a", 0, 0, ErrorCategory.RATE_LIMITED).advising(4 * MINUTE);

    // When
    Decision<OperationState, Correlated> decision = line.arrives(failure);

    // Then
    assertThat(decision.dueMs()).isEqualTo(EPOCH_MS + 6 * MINUTE + 12 * SECOND);
  }

  @Test
  void shouldNotWaitForALimitThatIsResetTomorrow() {
    // Given
    TestAttempt failure = failed("a", 0, 0, ErrorCategory.RATE_LIMITED).advising(Long.MAX_VALUE);

    // When
    Decision<OperationState, Correlated> decision = line.arrives(failure);

    // Then
    assertThat(decision.dueMs()).isEqualTo(EPOCH_MS + 15 * MINUTE + 10 * SECOND);
  }

  @Test
  void shouldKeepNothingOfAnAttemptThatStandsAlone() {
    // Given
    TestAttempt alone = ok("a", 0, SECOND).keyed("a", KeyBasis.REQUEST_ID);

    // When
    Decision<OperationState, Correlated> decision = line.arrives(alone);

    // Then
    assertThat(decision.state()).isNull();
    assertThat(decision.dueMs()).isEqualTo(Decision.NEVER);
    assertThat(decision.outputs()).hasSize(1);
  }

  @Test
  void shouldForgetAClosedOperationInTheEnd() {
    // Given
    line.arrives(ok("a", 0, SECOND));
    line.passes(MINUTE).wakes();

    // When
    line.passes(11 * MINUTE).wakes();

    // Then
    assertThat(line.operations()).hasSize(1);
    assertThat(line.keys()).isZero();
  }

  @Test
  void shouldCloseBeforeItLooksAtALateAttempt() {
    // Given
    line.arrives(ok("a", 0, SECOND));
    line.passes(MINUTE);

    // When
    line.arrives(ok("b", 2 * SECOND, SECOND));

    // Then
    assertThat(line.operations()).extracting(Operation::attempts).containsExactly(1);
    assertThat(line.count(Correlated.Late.class)).isEqualTo(1);
  }

  @Test
  void shouldReadASourceThatRunsBehindByItsOwnClock() {
    // Given
    line.passes(60 * MINUTE);
    line.arrives(failed("a", 0, SECOND, ErrorCategory.TIMEOUT));
    line.passes(60 * MINUTE + 5 * SECOND);
    line.arrives(ok("b", 5 * SECOND, SECOND));

    // When
    line.passes(60 * MINUTE + 30 * SECOND).wakes();

    // Then
    assertThat(line.operations()).extracting(Operation::outcome).containsExactly(Outcome.RECOVERED);
  }

  @Test
  void shouldReadALogThatIsWrittenNewestFirst() {
    // Given
    for (int call = 20; call > 0; call--) {
      String key = "op" + call;
      long startMs = call * 10L * MINUTE;
      line.arrives(ok(key + "b", startMs + 3 * SECOND, 0).keyed(key, KeyBasis.OPERATION_ID));
      line.arrives(
          failed(key + "a", startMs, SECOND, ErrorCategory.RATE_LIMITED)
              .keyed(key, KeyBasis.OPERATION_ID));
    }

    // When
    line.ends();

    // Then
    assertThat(line.operations()).hasSize(20);
    assertThat(line.operations()).extracting(Operation::outcome).containsOnly(Outcome.RECOVERED);
  }

  @Test
  void shouldCountWhatItCannotKeep() {
    // Given
    for (int i = 0; i < 500; i++) {
      line.arrives(failed("r" + i, i * SECOND, 100, ErrorCategory.AUTHENTICATION).using(10, 0.5));
    }
    line.arrives(ok("last", 500 * SECOND, 100).using(7, 0.1));

    // When
    line.ends();

    // Then
    Operation operation = line.operations().get(0);
    assertThat(line.operations()).hasSize(1);
    assertThat(operation.outcome()).isEqualTo(Outcome.RECOVERED);
    assertThat(operation.attempts()).isEqualTo(501);
    assertThat(operation.blindRetries()).isEqualTo(500);
    assertThat(operation.wastedTokens()).isEqualTo(5_000);
    assertThat(operation.requestIds()).hasSize(64).startsWith("r0", "r1").endsWith("last");
    assertThat(operation.waits().get(operation.waits().size() - 1).attempt()).isEqualTo(500);
  }

  @Test
  void shouldCloseEarlyWhenOneKeyFloods() {
    // Given
    for (int i = 0; i < 1_000; i++) {
      line.arrives(ok("r" + i, i * 10L, 5).keyed("same", KeyBasis.STITCHED));
    }

    // When
    line.ends();

    // Then
    assertThat(line.operations()).hasSize(1_000);
    assertThat(line.operations()).extracting(Operation::operationId).doesNotHaveDuplicates();
  }

  @Test
  void shouldSurviveClocksAndNumbersThatMakeNoSense() {
    // Given
    line.arrives(ok("future", Long.MAX_VALUE - EPOCH_MS, Long.MAX_VALUE));
    line.arrives(ok("past", Long.MIN_VALUE, Long.MIN_VALUE).using(Long.MAX_VALUE, -1));

    // When
    line.ends();

    // Then
    assertThat(line.operations()).hasSize(1);
  }
}
