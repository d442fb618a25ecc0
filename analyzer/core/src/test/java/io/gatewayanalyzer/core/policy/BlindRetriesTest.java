package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.policy.PolicyLine.acme;
import static io.gatewayanalyzer.core.policy.PolicyLine.nowhere;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import org.junit.jupiter.api.Test;

class BlindRetriesTest {
  private final PolicyLine line = new PolicyLine(new BlindRetries(BlindRetries.Settings.DEFAULTS));

  @Test
  void shouldNameTheClientThatRetriesWhatCannotSucceed() {
    // When
    line.every(10, 120, acme(), blind(1)).ends();

    // Then
    assertThat(line.story())
        .containsExactly(
            "100 firing: curl at anannas retries what cannot succeed: 10 retries in 5 min",
            "680 resolved: curl at anannas hardly retries what cannot succeed any more: 0 retries"
                + " in 5 min");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("severity", "info")
        .containsEntry("scope", "client")
        .containsEntry("client", "curl");
    assertThat(line.alerts().get(0).evidence().requestIds()).contains("req-100");
  }

  @Test
  void shouldNotFireForAFew() {
    // When
    line.at(10, acme(), blind(9)).ends();

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.nearest()).isEqualTo("9 of 10 blind retries in 5 min");
  }

  @Test
  void shouldTakeClientsWithoutANameForOne() {
    // When
    line.at(10, nowhere(), blind(10)).passes(20);

    // Then
    assertThat(line.story())
        .containsExactly(
            "10 firing: A client without a name at a gateway without a name retries what cannot"
                + " succeed: 10 retries in 5 min");
  }

  private static Happening blind(long retries) {
    return (counts, second) -> {
      counts.add(Measure.BLIND_RETRIES, retries);
      counts.add(Happening.sample(ErrorCategory.AUTHENTICATION, second));
    };
  }
}
