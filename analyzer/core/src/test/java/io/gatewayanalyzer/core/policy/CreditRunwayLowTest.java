package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.policy.PolicyLine.acme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CreditRunwayLowTest {
  private static final long HOUR = 3_600;

  private final PolicyLine line =
      new PolicyLine(new CreditRunwayLow(CreditRunwayLow.Settings.DEFAULTS));

  @Test
  void shouldSayHowLongTheCreditLastsAtTheRateOfWhatAttemptsCost() {
    // When
    line.every(10, HOUR, acme(), costing(0.0025), Happening.balance(9)).passes(HOUR);

    // Then
    assertThat(line.story())
        .containsExactly(
            "1800 firing: acme at anannas is out of credit in 10 h: $9.00 left, $0.90 spent an"
                + " hour");
    assertThat(line.alerts().get(0).labels())
        .isEqualTo(
            Map.of(
                "alertname", "CreditRunwayLow",
                "severity", "ticket",
                "gateway", "anannas",
                "scope", "account",
                "runway", "low",
                "tenant", "acme"));
    assertThat(line.alerts().get(0).value()).isEqualTo(36_000);
    assertThat(line.alerts().get(0).threshold()).isEqualTo(86_400);
  }

  @Test
  void shouldRaiseNothingButTheMostUrgentAtASuddenFall() {
    // When
    line.every(10, HOUR, acme(), costing(1.0 / 360), Happening.balance(0.5)).passes(HOUR);

    // Then
    assertThat(line.story())
        .containsExactly(
            "1800 firing: acme at anannas is out of credit in 30 min: $0.50 left, $1.00 spent an"
                + " hour");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("runway", "critical")
        .containsEntry("severity", "page");
  }

  @Test
  void shouldBecomeMoreUrgentAsTheCreditGoesAndEndAtATopUp() {
    // When
    for (long second = 10; second <= 8 * HOUR; second += 10) {
      double left = 5 - second / 5_000.0;
      line.at(second, acme(), Happening.balance(left < 0.1 ? 80 : left));
    }

    // Then
    assertThat(line.alerts())
        .extracting(alert -> alert.status().wire() + " " + alert.labels().get("runway"))
        .containsExactly(
            "firing low",
            "firing tight",
            "firing critical",
            "resolved critical",
            "resolved tight",
            "resolved low");
    assertThat(line.story().get(0))
        .isEqualTo(
            "1800 firing: acme at anannas is out of credit in 6.4 h: $4.64 left, $0.72 spent an"
                + " hour");
  }

  @Test
  void shouldTakeNoTopUpForNegativeSpending() {
    // When
    for (long second = 10; second <= 2 * HOUR; second += 10) {
      double left = 50 - second / 360.0;
      line.at(second, acme(), Happening.balance(second > HOUR ? left + 20 : left));
    }

    // Then
    assertThat(line.story().get(0))
        .isEqualTo(
            "1800 firing: acme at anannas is out of credit in 4.5 h: $45.00 left, $10.00 spent an"
                + " hour");
  }

  @Test
  void shouldSayNothingBeforeEnoughIsKnown() {
    // When
    line.every(10, 1500, acme(), costing(1), Happening.balance(1)).passes(1700);

    // Then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldSayNothingWhenNobodyLogsABalance() {
    // When
    line.every(10, HOUR, acme(), costing(1)).passes(HOUR);

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.remembered()).isZero();
  }

  @Test
  void shouldSayHowNearItCame() {
    // When
    line.every(10, HOUR, acme(), costing(1.0 / 360), Happening.balance(30)).passes(HOUR);

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.nearest())
        .isEqualTo("30 h left, 24 h is too short; $30.00 left, $1.00 spent an hour");
  }

  @Test
  void shouldTellWhatIsLeftAndForHowLongThoughNoAlertFires() {
    // When
    line.every(10, HOUR, acme(), costing(1.0 / 360), Happening.balance(30)).passes(HOUR);

    // Then
    assertThat(line.credit().scope().labels()).containsEntry("tenant", "acme");
    assertThat(line.credit().leftUsd()).isEqualTo(30);
    assertThat(line.credit().runwaySeconds()).isCloseTo(30.0 * HOUR, within(60.0));
  }

  @Test
  void shouldTellWhatIsLeftBeforeItKnowsForHowLong() {
    // When
    line.every(10, 600, acme(), costing(1), Happening.balance(1)).passes(900);

    // Then
    assertThat(line.credit().leftUsd()).isEqualTo(1);
    assertThat(line.credit().runwaySeconds()).isNaN();
  }

  @Test
  void shouldLeaveAnOverdrawnAccountToThoseWhoCountRefusals() {
    // When
    line.every(10, HOUR, acme(), costing(1), Happening.balance(-3)).passes(HOUR);

    // Then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldEndWhenTheAccountFallsSilent() {
    // When
    line.every(10, HOUR, acme(), costing(0.0025), Happening.balance(9)).ends();

    // Then
    assertThat(line.alerts())
        .extracting(alert -> alert.status().wire())
        .containsExactly("firing", "resolved");
  }

  @Test
  void shouldRefuseStagesOutOfOrder() {
    // When
    ThrowingCallable settings =
        () ->
            new CreditRunwayLow.Settings(
                Duration.ofHours(2),
                Severity.TICKET,
                Duration.ofHours(4),
                Severity.PAGE,
                Duration.ofHours(1),
                Severity.PAGE,
                1.2,
                Duration.ofMinutes(30));

    // Then
    assertThatThrownBy(settings).hasMessage("tight must be less than low");
  }

  private static Happening costing(double usd) {
    return (counts, second) -> {
      counts.add(Measure.ATTEMPTS, 1);
      counts.add(Measure.HEALTHY, 1);
      counts.add(Measure.COST_MICRO_USD, Math.round(usd * 1e6));
    };
  }
}
