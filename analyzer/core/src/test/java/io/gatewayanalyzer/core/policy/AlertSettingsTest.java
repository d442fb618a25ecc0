package io.gatewayanalyzer.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Policy;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {
  @Test
  void shouldHaveEveryPolicyByDefault() {
    // Given
    AlertSettings settings = AlertSettings.defaults();

    // When
    Policies policies = settings.policies();

    // Then
    assertThat(policies.all()).extracting(Policy::name).isEqualTo(AlertSettings.NAMES);
    assertThat(policies.runbookUrl("RetryStorm")).isEqualTo("docs/runbooks/RetryStorm.md");
  }

  @Test
  void shouldLeaveOutWhatIsSwitchedOff() {
    // Given
    AlertSettings settings = with(List.of(Slo.AVAILABILITY), "BlindRetries", "RetryStorm");

    // When
    Policies policies = settings.policies();

    // Then
    assertThat(policies.all()).hasSize(AlertSettings.NAMES.size() - 2);
    assertThat(policies.named("RetryStorm")).isNull();
  }

  @Test
  void shouldRefuseTwoPromisesOfOneName() {
    // When
    ThrowingCallable settings = () -> with(List.of(Slo.AVAILABILITY, Slo.AVAILABILITY));

    // Then
    assertThatThrownBy(settings).hasMessage("slos must be of different names: availability");
  }

  @Test
  void shouldRefuseToSwitchOffWhatIsNotThere() {
    // When
    ThrowingCallable settings = () -> with(List.of(), "Earthquake");

    // Then
    assertThatThrownBy(settings).hasMessage("there is no policy Earthquake");
  }

  private static AlertSettings with(List<Slo> slos, String... off) {
    AlertSettings standard = AlertSettings.defaults();
    SortedSet<String> names = new TreeSet<>(List.of(off));
    return new AlertSettings(
        standard.creditExhausted(),
        standard.creditRunwayLow(),
        standard.rateLimitSpike(),
        standard.errorBudgetBurn(),
        standard.providerOutage(),
        standard.streamBreakage(),
        standard.retryStorm(),
        standard.blindRetries(),
        standard.unknownPayload(),
        slos,
        names,
        standard.runbookPrefix());
  }
}
