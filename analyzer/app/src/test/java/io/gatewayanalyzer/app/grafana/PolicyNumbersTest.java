package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.grafana.RuleFiles.Rule;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.AlertSettings;
import io.gatewayanalyzer.core.policy.BlindRetries;
import io.gatewayanalyzer.core.policy.CreditExhausted;
import io.gatewayanalyzer.core.policy.CreditRunwayLow;
import io.gatewayanalyzer.core.policy.ErrorBudgetBurn;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.Slo;
import io.gatewayanalyzer.core.policy.StreamBreakage;
import io.gatewayanalyzer.core.policy.UnknownPayload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways to alert use the same numbers: a default that changes wants its rule changed, too. */
class PolicyNumbersTest {
  private static final AlertSettings DEFAULTS = AlertSettings.defaults();

  @Test
  void shouldBeThoseOfExhaustedCredit() {
    // Given
    CreditExhausted.Settings settings = DEFAULTS.creditExhausted();

    // When
    Rule account = alert(CreditExhausted.NAME, settings.account().severity());
    Rule key = alert(CreditExhausted.NAME, settings.key().severity());

    // Then
    assertThat(account.expr())
        .contains("\"account|provider_account\"} > " + (settings.account().events() - 1))
        .contains("key\"} >= " + settings.unconfirmedEvents())
        .contains(":increase" + time(settings.window()));
    assertThat(key.expr()).contains("=\"key\"} >= " + settings.key().events());
    assertThat(List.of(account.keepFiringFor(), key.keepFiringFor()))
        .containsOnly(time(settings.silence().minus(settings.window())));
  }

  @Test
  void shouldBeThoseOfARunway() {
    // Given
    CreditRunwayLow.Settings settings = DEFAULTS.creditRunwayLow();

    // When
    List<Rule> rules = alerts(CreditRunwayLow.NAME);

    // Then
    assertThat(rules)
        .extracting(rule -> rule.labels().get("severity"))
        .containsExactly(
            settings.criticalSeverity().wire(),
            settings.tightSeverity().wire(),
            settings.lowSeverity().wire());
    assertRunway(rules.get(0), settings.critical(), settings.leaveFactor());
    assertRunway(rules.get(1), settings.tight(), settings.leaveFactor());
    assertRunway(rules.get(2), settings.low(), settings.leaveFactor());
  }

  @Test
  void shouldBeThoseOfASpike() {
    // Given
    RateLimitSpike.Settings settings = DEFAULTS.rateLimitSpike();

    // When
    Rule rule = alert(RateLimitSpike.NAME, settings.severity());

    // Then
    assertThat(rule.expr())
        .contains(
            ":increase" + time(settings.window()) + " >= " + settings.minEvents(),
            " >= " + number(settings.minShare()),
            " >= " + number(settings.minShare() / 2),
            ":robust_z >= " + number(settings.leaveZ()));
    assertThat(rule.keepFiringFor()).isEqualTo(time(settings.leaveFor()));
    assertThat(RuleFiles.all())
        .anyMatch(spike -> spike.expr().contains("robust_z >= bool " + number(settings.enterZ())));
  }

  @Test
  void shouldBeThoseOfABurningBudget() {
    // Given
    ErrorBudgetBurn.Settings settings = DEFAULTS.errorBudgetBurn();
    Slo slo = DEFAULTS.slos().get(0);

    // When
    List<Rule> rules = alerts(ErrorBudgetBurn.NAME);

    // Then
    String budget = " * " + number(1 - slo.objective());
    for (ErrorBudgetBurn.Window window : settings.windows()) {
      String factor = number(window.factor()) + budget;
      assertThat(alert(ErrorBudgetBurn.NAME, window.severity()).expr())
          .contains(
              "ratio_rate" + time(window.longWindow()) + " > " + factor,
              "ratio_rate" + time(window.shortWindow()) + " > " + factor,
              " >= " + number(settings.leaveShare()) + " * " + factor);
    }
    assertThat(rules)
        .allMatch(rule -> rule.labels().get("slo").equals(slo.name()))
        .allMatch(rule -> rule.keepFiringFor().equals(time(settings.leaveFor())));
    assertThat(RuleFiles.all())
        .filteredOn(rule -> rule.record() != null && rule.record().contains(":enough"))
        .hasSameSizeAs(settings.windows())
        .allMatch(rule -> rule.expr().contains(" >= bool " + settings.minimumBad()))
        .allMatch(rule -> rule.expr().contains(" >= bool " + slo.minimumTraffic()));
  }

  @ParameterizedTest
  @MethodSource("ratios")
  void shouldBeThoseOfARatio(Ratio ratio) {
    // When
    Rule rule = alert(ratio.name, ratio.severity);

    // Then
    String window = time(ratio.window);
    assertThat(rule.expr())
        .contains(":ratio_rate" + window + ratio.enter)
        .contains(":ratio_rate" + window + " >= " + number(ratio.leave));
    for (long least : ratio.least) {
      assertThat(rule.expr()).contains(":increase" + window + " >= " + least);
    }
    assertThat(rule.keepFiringFor()).isEqualTo(time(ratio.leaveFor));
  }

  /** The form most have: a ratio of two counts over a window, of which there are enough. */
  private record Ratio(
      String name,
      Severity severity,
      Duration window,
      String enter,
      double leave,
      Duration leaveFor,
      List<Long> least) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void shouldBeThoseOfBlindRetries() {
    // Given
    BlindRetries.Settings settings = DEFAULTS.blindRetries();

    // When
    Rule rule = alert(BlindRetries.NAME, settings.severity());

    // Then
    assertThat(rule.expr())
        .contains(
            ":increase" + settings.window().toMinutes() + "m >= " + settings.minRetries() + "\n",
            ":increase" + settings.window().toMinutes() + "m >= " + settings.leaveRetries() + "\n");
    assertThat(rule.keepFiringFor()).isEqualTo(settings.leaveFor().toMinutes() + "m");
  }

  static List<Ratio> ratios() {
    ProviderOutage.Settings outage = DEFAULTS.providerOutage();
    StreamBreakage.Settings breakage = DEFAULTS.streamBreakage();
    RetryStorm.Settings storm = DEFAULTS.retryStorm();
    UnknownPayload.Settings unknown = DEFAULTS.unknownPayload();
    return List.of(
        new Ratio(
            ProviderOutage.NAME,
            outage.severity(),
            outage.window(),
            " >= " + number(outage.share()),
            outage.leaveShare(),
            outage.leaveFor(),
            List.of(outage.minAttempts())),
        new Ratio(
            StreamBreakage.NAME,
            breakage.severity(),
            breakage.window(),
            " >= " + number(breakage.share()),
            breakage.leaveShare(),
            breakage.leaveFor(),
            List.of(breakage.minBroken())),
        new Ratio(
            RetryStorm.NAME,
            storm.severity(),
            storm.window(),
            " > " + number(storm.ratio()),
            storm.leaveRatio(),
            storm.leaveFor(),
            List.of(storm.minAttempts())),
        new Ratio(
            UnknownPayload.NAME,
            unknown.severity(),
            unknown.window(),
            " > " + number(unknown.share()),
            unknown.leaveShare(),
            unknown.leaveFor(),
            List.of(unknown.minUnknown(), unknown.minRecords())));
  }

  private static void assertRunway(Rule rule, Duration below, double leaveFactor) {
    assertThat(rule.expr())
        .contains(
            " < " + below.toSeconds() + " and",
            " < " + number(leaveFactor) + " * " + below.toSeconds());
  }

  private static List<Rule> alerts(String name) {
    return RuleFiles.alerts().stream().filter(rule -> rule.alert().equals(name)).toList();
  }

  private static Rule alert(String name, Severity severity) {
    List<Rule> found =
        alerts(name).stream()
            .filter(rule -> rule.labels().get("severity").equals(severity.wire()))
            .toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  /** Without zeros at its end; shares that were computed are rounded. */
  private static String number(double number) {
    return new BigDecimal(Math.round(number * 1e6) / 1e6 + "").stripTrailingZeros().toPlainString();
  }

  /** As Prometheus writes it, in the largest unit: 2m, 1h, 3d. */
  private static String time(Duration time) {
    if (time.toHours() % 24 == 0 && time.equals(Duration.ofHours(time.toHours()))) {
      return time.toDays() + "d";
    }
    return time.equals(Duration.ofHours(time.toHours()))
        ? time.toHours() + "h"
        : time.toMinutes() + "m";
  }
}
