package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.policy.PolicyLine.acme;
import static io.gatewayanalyzer.core.policy.PolicyLine.nowhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProviderOutageTest {
  private final PolicyLine line =
      new PolicyLine(new ProviderOutage(ProviderOutage.Settings.DEFAULTS));

  @Test
  void shouldPageWhenMostAttemptsFailAndEndWhenTheyHaveSucceededForAWhile() {
    // When
    line.every(10, 300, acme(), Happening.healthy(5))
        .every(310, 600, acme(), faults(5))
        .every(610, 1200, acme(), Happening.healthy(5));

    // Then
    assertThat(line.story())
        .containsExactly(
            "360 firing: openai behind anannas fails: 50 % of 60 attempts failed in 2 min, mostly"
                + " provider_unavailable",
            "820 resolved: openai behind anannas no longer fails: 0 % of 60 attempts failed in"
                + " 2 min");
  }

  @Test
  void shouldSayWhatItIsAboutAndShowIt() {
    // When
    line.at(10, acme(), faults(30)).passes(20);

    // Then
    Alert alert = line.alerts().get(0);
    assertThat(alert.labels())
        .isEqualTo(
            Map.of(
                "alertname", "ProviderOutage",
                "severity", "page",
                "gateway", "anannas",
                "scope", "provider",
                "provider", "openai"));
    assertThat(alert.evidence().requestIds()).containsExactly("req-10");
    assertThat(alert.value()).isEqualTo(1);
    assertThat(alert.threshold()).isEqualTo(0.5);
    assertThat(alert.windowMs()).isEqualTo(120_000);
  }

  @Test
  void shouldNotPageForAFew() {
    // When
    line.at(10, acme(), faults(19)).passes(600);

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.nearest())
        .isEqualTo("100 % of 50 % provider faults, 19 of 20 attempts, in 2 min");
  }

  @Test
  void shouldNotPageForCallersFaults() {
    // Given
    Happening mistakes =
        Happening.failed(
            ErrorCategory.INVALID_REQUEST, Measure.attemptsOf(ErrorCategory.INVALID_REQUEST), 50);

    // When
    line.at(10, acme(), mistakes).passes(600);

    // Then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldEndBySilence() {
    // When
    line.at(10, nowhere(), faults(30)).ends();

    // Then
    assertThat(line.story())
        .containsExactly(
            "10 firing: the provider behind a gateway without a name fails: 100 % of 30 attempts"
                + " failed in 2 min, mostly provider_unavailable",
            "250 resolved: the provider behind a gateway without a name no longer fails: no"
                + " attempts in 2 min");
  }

  @Test
  void shouldRefuseToEndAboveItsBeginning() {
    // When
    ThrowingCallable settings =
        () ->
            new ProviderOutage.Settings(
                0.5, 20, Duration.ofMinutes(2), 0.5, Duration.ofMinutes(2), Severity.PAGE);

    // Then
    assertThatThrownBy(settings).hasMessage("leave-share must be less than share");
  }

  @Test
  void shouldRefuseAWindowThatIsNoWholeNumberOfSteps() {
    // When
    ThrowingCallable settings =
        () ->
            new ProviderOutage.Settings(
                0.5, 20, Duration.ofSeconds(15), 0.25, Duration.ZERO, Severity.PAGE);

    // Then
    assertThatThrownBy(settings).hasMessage("window must be from 10s to 1h, in steps of 10s");
  }

  private static Happening faults(long amount) {
    return Happening.failed(ErrorCategory.PROVIDER_UNAVAILABLE, Measure.PROVIDER_FAULTS, amount);
  }
}
