package io.gatewayanalyzer.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gatewayanalyzer.core.event.ErrorCategory;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsReaderTest {
  private static final String EVERYTHING =
      """
      runbook-prefix: https://wiki.example.com/llm/
      CreditExhausted:
        enabled: false
        account: {events: 2, severity: ticket}
        key: {events: 4, severity: info}
        provider-account: {events: 5, severity: ticket}
        unconfirmed-events: 6
        window: 4m
        recovery: 3m
        silence: 10m
      CreditRunwayLow:
        low: {below: 48h, severity: info}
        tight: {below: 5h, severity: ticket}
        critical: {below: 2h, severity: ticket}
        leave-factor: 1.5
        history: 1h
      RateLimitSpike:
        min-events: 30
        min-share: 3 %
        window: 4m
        enter-z: 4.5
        leave-z: 2.5
        leave-for: 6m
        severity: page
      ErrorBudgetBurn:
        windows: [{severity: info, factor: 2.5, long: 2h, short: 10m}]
        min-bad: 11
        leave-share: 0.7
        leave-for: 6m
      ProviderOutage:
        share: 60 %
        min-attempts: 21
        window: 3m
        leave-share: 30%
        leave-for: 3m
        severity: ticket
      StreamBreakage:
        share: 4 %
        min-broken: 22
        window: 6m
        leave-share: 1.5 %
        leave-for: 7m
        severity: page
      RetryStorm:
        ratio: 1.5
        min-attempts: 51
        window: 6m
        leave-ratio: 1.25
        leave-for: 4m
        severity: page
      BlindRetries:
        enabled: false
        min-retries: 12
        window: 6m
        leave-retries: 6
        leave-for: 6m
        severity: ticket
      UnknownPayload:
        new-for: 2h
        remembered: 7d
        new-severity: ticket
        share: 2 %
        min-records: 200
        min-unknown: 6
        window: 20m
        leave-share: 1 %
        leave-for: 6m
        severity: page
      slos:
        - {name: chat, objective: 99.9 %, of: attempts, bad: [timeout, rate_limited], by: [provider, model], min-traffic: 50}
        - {name: rest, objective: 0.95}
      """;

  @Test
  void shouldTakeDefaultsForWhatIsNotSet() {
    // Given
    String yaml = "# nothing\nRetryStorm:\n";

    // When
    AlertSettings settings = AlertsReader.parse("empty.yaml", yaml);

    // Then
    assertThat(settings).isEqualTo(AlertSettings.defaults());
  }

  @Test
  void shouldTakeEveryPropertyThatIsSet() {
    // Given
    String yaml = EVERYTHING;

    // When
    AlertSettings settings = AlertsReader.parse("all.yaml", yaml);

    // Then
    assertThat(settings).isEqualTo(everything());
  }

  @Test
  void shouldShipTheDefaults() {
    // Given
    Path shipped = Path.of("../../config/alerts.yaml");

    // When
    AlertSettings settings = AlertsReader.read(shipped);

    // Then
    assertThat(settings).isEqualTo(AlertSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RetryStrom: {ratio: 2}                    | key 'RetryStrom': got an unknown key; accepted: BlindRetries, CreditExhausted, CreditRunwayLow, ErrorBudgetBurn, ProviderOutage, RateLimitSpike, RetryStorm, StreamBreakage, UnknownPayload, runbook-prefix, slos
          RetryStorm: {Ratio: 2}                    | key 'RetryStorm.Ratio': got an unknown key; accepted: enabled, leave-for, leave-ratio, min-attempts, ratio, severity, window
          RetryStorm: {ratio: 2, ratio: 3}          | key 'RetryStorm.ratio': got it twice; accepted: once
          RetryStorm: {ratio: a lot}                | key 'RetryStorm.ratio': got 'a lot'; accepted: a number such as 1.2
          RetryStorm: {ratio: 1.05}                 | key 'RetryStorm.leave-ratio': got its default; accepted: less than ratio
          RetryStorm: {leave-ratio: 1.3}            | key 'RetryStorm.leave-ratio': got '1.3'; accepted: less than ratio
          RetryStorm: {severity: urgent}            | key 'RetryStorm.severity': got 'urgent'; accepted: page or ticket or info
          RetryStorm: {window: 2h}                  | key 'RetryStorm.window': got '2h'; accepted: from 10s to 1h, in steps of 10s
          RetryStorm: {window: 15s}                 | key 'RetryStorm.window': got '15s'; accepted: from 10s to 1h, in steps of 10s
          RetryStorm: {enabled: maybe}              | key 'RetryStorm.enabled': got 'maybe'; accepted: true or false
          ProviderOutage: {share: 101 %}            | key 'ProviderOutage.share': got '101 %'; accepted: percent such as 2 %, or a number from 0 to 1 such as 0.02
          ProviderOutage: {share: 50}               | key 'ProviderOutage.share': got '50'; accepted: percent such as 2 %, or a number from 0 to 1 such as 0.02
          ProviderOutage: {leave-share: 60 %}       | key 'ProviderOutage.leave-share': got '60 %'; accepted: less than share
          ProviderOutage: {min-attempts: 0}         | key 'ProviderOutage.min-attempts': got '0'; accepted: a whole number from 1 to 1000000000
          ProviderOutage: [1]                       | key 'ProviderOutage': got a single value; accepted: keys
          CreditExhausted: {key: {events: none}}    | key 'CreditExhausted.key.events': got 'none'; accepted: a whole number from 1 to 1000000000
          CreditExhausted: {silence: 1m}            | key 'CreditExhausted.silence': got '1m'; accepted: at least window
          CreditRunwayLow: {tight: {below: 30h}}    | key 'CreditRunwayLow.tight': accepted: less than low
          CreditRunwayLow: {low: {above: 30h}}      | key 'CreditRunwayLow.low.above': got an unknown key; accepted: below, severity
          ErrorBudgetBurn: {windows: 5}             | key 'ErrorBudgetBurn.windows': got '5'; accepted: a list
          ErrorBudgetBurn: {windows: []}            | key 'ErrorBudgetBurn': windows must name one at least
          ErrorBudgetBurn: {windows: [{factor: 1}]} | key 'ErrorBudgetBurn.windows[1].severity': got nothing; accepted: a value
          UnknownPayload: {remembered: 30m}         | key 'UnknownPayload.remembered': got '30m'; accepted: whole days, longer than new-for and at most 366d
          slos: [{objective: 99 %}]                 | key 'slos[1].name': got nothing; accepted: a value
          slos: [{name: a}]                         | key 'slos[1].objective': got nothing; accepted: a value
          slos: [{name: A b, objective: 99 %}]      | key 'slos[1].name': got 'A b'; accepted: lower-case words with hyphens
          slos: [{name: a, objective: 100 %}]       | key 'slos[1].objective': got '100 %'; accepted: more than 0 % and less than 100 %
          slos: [{name: a, objective: 9 %, of: all}] | key 'slos[1].of': got 'all'; accepted: operations or attempts
          slos: [{name: a, objective: 9 %, by: [colour]}] | key 'slos[1].by': got 'colour'; accepted: a list of provider, model, api, tenant, api_key_id, client
          slos: [{name: a, objective: 9 %}, {name: a, objective: 8 %}] | key 'slos': accepted: of different names: a
          """)
  void shouldRefuseWhatMakesNoSense(String yaml, String message) {
    // When
    Throwable refused = catchThrowable(() -> AlertsReader.parse("a.yaml", yaml));

    // Then
    assertThat(refused).isInstanceOf(ConfigException.class).hasMessage("a.yaml:1: " + message);
  }

  @Test
  void shouldNameTheLine() {
    // Given
    String yaml = "RetryStorm:\n  window: 5m\n  ratio: 1.01\n  leave-ratio: 1.2\n";

    // Then
    assertThatThrownBy(() -> AlertsReader.parse("a.yaml", yaml))
        .hasMessage("a.yaml:4: key 'RetryStorm.leave-ratio': got '1.2'; accepted: less than ratio");
  }

  private static AlertSettings everything() {
    return new AlertSettings(
        new CreditExhausted.Settings(
            new CreditExhausted.Kind(2, Severity.TICKET),
            new CreditExhausted.Kind(4, Severity.INFO),
            new CreditExhausted.Kind(5, Severity.TICKET),
            6,
            Duration.ofMinutes(4),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10)),
        new CreditRunwayLow.Settings(
            Duration.ofHours(48),
            Severity.INFO,
            Duration.ofHours(5),
            Severity.TICKET,
            Duration.ofHours(2),
            Severity.TICKET,
            1.5,
            Duration.ofHours(1)),
        new RateLimitSpike.Settings(
            30, 0.03, Duration.ofMinutes(4), 4.5, 2.5, Duration.ofMinutes(6), Severity.PAGE),
        new ErrorBudgetBurn.Settings(
            List.of(
                new ErrorBudgetBurn.Window(
                    Severity.INFO, 2.5, Duration.ofHours(2), Duration.ofMinutes(10))),
            11,
            0.7,
            Duration.ofMinutes(6)),
        new ProviderOutage.Settings(
            0.6, 21, Duration.ofMinutes(3), 0.3, Duration.ofMinutes(3), Severity.TICKET),
        new StreamBreakage.Settings(
            0.04, 22, Duration.ofMinutes(6), 0.015, Duration.ofMinutes(7), Severity.PAGE),
        new RetryStorm.Settings(
            1.5, 51, Duration.ofMinutes(6), 1.25, Duration.ofMinutes(4), Severity.PAGE),
        new BlindRetries.Settings(
            12, Duration.ofMinutes(6), 6, Duration.ofMinutes(6), Severity.TICKET),
        unknownPayload(),
        slos(),
        new TreeSet<>(Set.of("CreditExhausted", "BlindRetries")),
        "https://wiki.example.com/llm/");
  }

  private static UnknownPayload.Settings unknownPayload() {
    return new UnknownPayload.Settings(
        Duration.ofHours(2),
        Duration.ofDays(7),
        Severity.TICKET,
        0.02,
        200,
        6,
        Duration.ofMinutes(20),
        0.01,
        Duration.ofMinutes(6),
        Severity.PAGE);
  }

  private static List<Slo> slos() {
    return List.of(
        new Slo(
            "chat",
            0.999,
            Slo.Of.ATTEMPTS,
            EnumSet.of(ErrorCategory.TIMEOUT, ErrorCategory.RATE_LIMITED),
            List.of("provider", "model"),
            50),
        new Slo("rest", 0.95, Slo.Of.OPERATIONS, Slo.OUTSIDE_FAULTS, List.of(), 100));
  }
}
