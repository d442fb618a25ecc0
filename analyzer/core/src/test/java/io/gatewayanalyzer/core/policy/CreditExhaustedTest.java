package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.policy.PolicyLine.acme;
import static io.gatewayanalyzer.core.policy.PolicyLine.nowhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.CreditExhausted.Kind;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CreditExhaustedTest {
  private static final Happening ACCOUNT = refused(Measure.CREDIT_ACCOUNT, 1);

  private final PolicyLine line =
      new PolicyLine(new CreditExhausted(CreditExhausted.Settings.DEFAULTS));

  @Test
  void shouldPageAtTheFirstCertainRefusalOfAnAccount() {
    // When
    line.every(10, 60, acme(), Happening.healthy(3)).at(70, acme(), ACCOUNT).passes(80);

    // Then
    assertThat(line.story())
        .containsExactly("70 firing: acme at anannas is out of credit: 1 request refused in 10 s");
    assertThat(line.alerts().get(0).labels())
        .isEqualTo(
            Map.of(
                "alertname", "CreditExhausted",
                "severity", "page",
                "gateway", "anannas",
                "scope", "account",
                "tenant", "acme"));
  }

  @Test
  void shouldEndWhenRequestsAreServedAgain() {
    // When
    line.every(10, 300, acme(), ACCOUNT).every(310, 900, acme(), Happening.healthy(2));

    // Then
    assertThat(line.story())
        .containsExactly(
            "10 firing: acme at anannas is out of credit: 1 request refused in 10 s",
            "600 resolved: acme at anannas has credit again: 60 requests served since the last"
                + " refusal");
  }

  @Test
  void shouldGoOnWhileSomeRequestsAreRefusedAndOthersServed() {
    // When
    line.every(10, 1200, acme(), ACCOUNT, Happening.healthy(9));

    // Then
    assertThat(line.alerts()).hasSize(1);
  }

  @Test
  void shouldNotPageAgainAndAgainForAnAccountThatIsNearlyEmpty() {
    // When: small requests are served, and every four minutes a large one is refused
    for (int minute = 0; minute < 60; minute += 4) {
      line.at(minute * 60 + 10, acme(), ACCOUNT)
          .every(minute * 60 + 20, minute * 60 + 240, acme(), Happening.healthy(2));
    }

    // Then
    assertThat(line.alerts()).hasSize(1);
  }

  @Test
  void shouldEndByALongSilence() {
    // When
    line.at(10, acme(), ACCOUNT).ends();

    // Then
    assertThat(line.story())
        .containsExactly(
            "10 firing: acme at anannas is out of credit: 1 request refused in 10 s",
            "910 resolved: acme at anannas: no request refused for want of credit in the last"
                + " 15 min");
  }

  @Test
  void shouldNotTakeAHealthyRequestBeforeTheLastRefusalForRecovery() {
    // When
    line.at(10, acme(), ACCOUNT)
        .at(20, acme(), Happening.healthy(1))
        .at(30, acme(), ACCOUNT)
        .passes(800);

    // Then
    assertThat(line.alerts()).extracting(Alert::firing).containsExactly(true);
  }

  @Test
  void shouldNotFireAgainForWhatIsOver() {
    // When
    line.at(10, acme(), ACCOUNT).at(20, acme(), Happening.healthy(1)).ends();

    // Then
    assertThat(line.alerts()).extracting(Alert::firing).containsExactly(true, false);
    assertThat(line.alerts().get(1).endsAtMs()).isEqualTo(AlertLine.EPOCH_MS + 310_000);
  }

  @Test
  void shouldWantThreeRefusalsWhenNothingButTheStatusSaysSo() {
    // Given
    Happening unsure = refused(Measure.CREDIT_UNCONFIRMED, 1);

    // When
    line.at(10, acme(), unsure).at(20, acme(), unsure).passes(25).at(60, acme(), unsure).passes(70);

    // Then
    assertThat(line.nearest())
        .isEqualTo("2 of 3 refusals for want of credit in 5 min, none of them certain");
    assertThat(line.story())
        .containsExactly(
            "60 firing: acme at anannas seems out of credit: 3 requests refused by status alone in"
                + " 1 min");
    assertThat(line.alerts().get(0).threshold()).isEqualTo(3);
  }

  @Test
  void shouldTicketTheThirdRefusalOfAKey() {
    // Given
    Happening key = refused(Measure.CREDIT_KEY, 1);

    // When
    line.at(10, acme(), key)
        .at(100, acme(), key)
        .at(310, acme(), key)
        .at(320, acme(), key)
        .passes(330);

    // Then
    assertThat(line.story())
        .containsExactly(
            "320 firing: Key key_7 of acme at anannas has used up its budget: 3 requests refused in"
                + " 3.8 min");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("severity", "ticket")
        .containsEntry("scope", "key")
        .containsEntry("tenant", "acme")
        .containsEntry("api_key_id", "key_7");
  }

  @Test
  void shouldPageForTheGatewaysOwnAccount() {
    // When
    line.at(10, acme(), refused(Measure.CREDIT_PROVIDER_ACCOUNT, 5)).passes(20);

    // Then
    assertThat(line.story())
        .containsExactly(
            "10 firing: The gateway's own account at openai behind anannas is out of credit:"
                + " 5 requests refused in 10 s");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("severity", "page")
        .containsEntry("scope", "provider_account")
        .containsEntry("provider", "openai")
        .doesNotContainKey("tenant");
  }

  @Test
  void shouldTakeTrafficWithoutATenantForOneAccount() {
    // When
    line.at(10, nowhere(), ACCOUNT).passes(20);

    // Then
    assertThat(line.story())
        .containsExactly(
            "10 firing: an account at a gateway without a name is out of credit: 1 request refused"
                + " in 10 s");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("gateway", "unknown")
        .doesNotContainKey("tenant");
  }

  @Test
  void shouldShowRefusalsOnly() {
    // Given
    Happening mistake =
        Happening.failed(ErrorCategory.NOT_FOUND, Measure.attemptsOf(ErrorCategory.NOT_FOUND), 4);

    // When
    line.at(10, acme(), mistake, ACCOUNT).passes(20);

    // Then
    assertThat(line.alerts().get(0).evidence().messages()).isEqualTo(List.of("slow down"));
    assertThat(line.alerts().get(0).annotations()).containsEntry("rule", "anannas/rule");
  }

  @Test
  void shouldKeepNothingOfHealthyTraffic() {
    // When
    line.every(10, 60, acme(), Happening.healthy(3)).passes(70);

    // Then
    assertThat(line.remembered()).isZero();
  }

  @Test
  void shouldRefuseASilenceShorterThanTheWindow() {
    // Given
    Kind kind = new Kind(1, Severity.PAGE);
    Duration minute = Duration.ofMinutes(1);

    // When
    ThrowingCallable settings =
        () ->
            new CreditExhausted.Settings(
                kind, kind, kind, 3, Duration.ofMinutes(5), minute, minute);

    // Then
    assertThatThrownBy(settings).hasMessage("silence must be at least window");
  }

  private static Happening refused(Measure measure, long amount) {
    return Happening.failed(ErrorCategory.INSUFFICIENT_CREDITS, measure, amount);
  }
}
