package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.policy.PolicyLine.acme;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import org.junit.jupiter.api.Test;

class RetryStormTest {
  private final PolicyLine line = new PolicyLine(new RetryStorm(RetryStorm.Settings.DEFAULTS));

  @Test
  void shouldFireWhenRetriesMultiplyTrafficAndEndWhenTheyStop() {
    // When
    line.every(10, 300, acme(), operations(10, 10))
        .every(310, 600, acme(), operations(10, 30))
        .every(610, 1200, acme(), operations(10, 10));

    // Then
    assertThat(line.story())
        .containsExactly(
            "340 firing: Retries multiply the traffic at anannas by 1.27: 380 attempts for 300"
                + " operations in 5 min",
            "1010 resolved: Retries at anannas are back to normal: 300 attempts for 300 operations"
                + " in 5 min");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("gateway", "anannas")
        .containsEntry("scope", "gateway")
        .containsEntry("severity", "ticket")
        .doesNotContainKey("provider");
  }

  @Test
  void shouldNotFireWithinTheBudget() {
    // When
    line.every(10, 600, acme(), operations(10, 12));

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.nearest())
        .isEqualTo("1.2 of 1.2 attempts an operation, 60 of 50 attempts, in 5 min");
  }

  @Test
  void shouldNotFireForAFew() {
    // When
    line.at(10, acme(), operations(10, 49)).ends();

    // Then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldShowAttemptsThatFailedMeanwhile() {
    // Given
    Happening failure = Happening.failed(ErrorCategory.TIMEOUT, Measure.PROVIDER_FAULTS, 1);

    // When
    line.at(10, acme(), operations(1, 1))
        .at(20, acme(), failure)
        .at(30, acme(), operations(20, 80))
        .passes(40);

    // Then
    assertThat(line.alerts().get(0).evidence().requestIds()).containsExactly("req-20");
  }

  private static Happening operations(long operations, long attempts) {
    return (counts, second) -> {
      counts.add(Measure.OPERATIONS, operations);
      counts.add(Measure.OPERATION_ATTEMPTS, attempts);
    };
  }
}
