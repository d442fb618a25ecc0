package io.gatewayanalyzer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhoTest {
  static Arguments[] labels() {
    return new Arguments[] {
      Arguments.of(Map.of("gateway", "a", "scope", "gateway"), "a"),
      Arguments.of(
          Map.of("gateway", "a", "scope", "key", "tenant", "t", "api_key_id", "k"), "a/t/k (key)"),
      Arguments.of(
          Map.of("gateway", "a", "scope", "provider_account", "provider", "p"), "a/p (account)"),
      Arguments.of(
          Map.of("gateway", "a", "provider", "p", "model", "p/m", "limit_source", "gateway"),
          "a/p/m (gateway)"),
      Arguments.of(Map.of("gateway", "unknown", "scope", "line"), "unknown (all gateways)")
    };
  }

  @ParameterizedTest
  @MethodSource("labels")
  void shouldSayWhoAnAlertIsAbout(Map<String, String> labels, String expected) {
    // When
    String who = Who.of(labels);

    // Then
    assertThat(who).isEqualTo(expected);
  }
}
