package io.gatewayanalyzer.app.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertJsonTest {
  private final AlertJson alerts = new AlertJson();

  @Test
  void shouldWriteEveryDocumentedField() throws IOException {
    // Given
    Alert resolved = alert(AlertStatus.RESOLVED, 1_793_534_460_000L);

    // When
    byte[] json = alerts.write(resolved);

    // Then
    assertThat(Schemas.mistakes("alert", json)).isEmpty();
    assertThat(Schemas.fields(json)).isEqualTo(Schemas.documented("alert"));
    assertThat(AlertReader.alert(json)).isEqualTo(resolved);
  }

  @Test
  void shouldLeaveOutTheEndOfWhatLasts() throws IOException {
    // Given
    Alert firing = alert(AlertStatus.FIRING, -1);

    // When
    byte[] json = alerts.write(firing);

    // Then
    assertThat(Schemas.mistakes("alert", json)).isEmpty();
    assertThat(Schemas.fields(json)).doesNotContain("ends_at");
    assertThat(AlertReader.alert(json)).isEqualTo(firing);
  }

  @Test
  void shouldWriteWhatHasNothingToShow() throws IOException {
    // Given
    Alert firing = alert(AlertStatus.FIRING, -1);
    Alert bare =
        new Alert(
            firing.alertId(),
            firing.status(),
            firing.severity(),
            firing.labels(),
            Map.of(),
            firing.startsAtMs(),
            -1,
            Double.NaN,
            Double.NaN,
            -1,
            Alert.Evidence.NONE);

    // When
    byte[] json = alerts.write(bare);

    // Then
    assertThat(Schemas.mistakes("alert", json)).isEmpty();
    assertThat(new String(json, StandardCharsets.UTF_8))
        .endsWith(
            ",\"annotations\":{},\"starts_at\":\"2026-11-01T12:00:00.000Z\","
                + "\"evidence\":{\"request_ids\":[],\"trace_ids\":[],\"messages\":[]}}");
    assertThat(AlertReader.alert(json)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({"1, 1ms", "1500, 1500ms", "10000, 10s", "300000, 5m", "5400000, 90m", "86400000, 1d"})
  void shouldWriteWindowsAsPeopleSayThem(long ms, String window) {
    assertThat(Spans.text(ms)).isEqualTo(window);
    assertThat(Spans.ms(window)).isEqualTo(ms);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"starts_at\":\"soon\"}"})
  void shouldRefuseWhatIsNoAlert(String json) {
    assertThatThrownBy(() -> AlertReader.alert(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  private static Alert alert(AlertStatus status, long endsAtMs) {
    return new Alert(
        "0123456789abcdef",
        status,
        Severity.PAGE,
        new TreeMap<>(
            Map.of(
                "alertname", "CreditExhausted",
                "severity", "page",
                "gateway", "anannas",
                "scope", "account",
                "tenant", "acme \"& sons\"")),
        Map.of("summary", "acme is out of credit", "runbook_url", "docs/runbooks/X.md"),
        1_793_534_400_000L,
        endsAtMs,
        3,
        1.5,
        300_000,
        new Alert.Evidence(
            List.of("req-1", "req-2"),
            List.of("4bf92f3577b34da6a3ce929d0e0e4736"),
            List.of("No credit\nleft.")));
  }
}
