package io.gatewayanalyzer.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertReaderTest {
  @Test
  void shouldReadAnAlertThatFires() throws Exception {
    // given
    byte[] json = Alerts.json("a1", "firing");
    // when
    AlertRecord alert = AlertReader.read(json);
    // then
    assertThat(alert.alertId()).isEqualTo("a1");
    assertThat(alert.firing()).isTrue();
    assertThat(alert.startsAtMs()).isEqualTo(Alerts.BEGAN);
    assertThat(alert.endsAtMs()).isEqualTo(-1);
    assertThat(alert.labels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("alertname", "CreditExhausted", "severity", "page", "tenant", "a1"));
  }

  @Test
  void shouldShowFiguresAndEvidenceAsAnnotations() throws Exception {
    // given
    byte[] json = Alerts.json("a1", "firing");
    // when
    AlertRecord alert = AlertReader.read(json);
    // then
    assertThat(alert.annotations())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "summary", "empty",
                "value", "1",
                "threshold", "1",
                "request_ids", "req-1, req-2",
                "messages", "no credit\ntop up"));
  }

  @Test
  void shouldReadAnAlertThatIsOver() throws Exception {
    // given
    byte[] json = Alerts.json("a1", "resolved");
    // when
    AlertRecord alert = AlertReader.read(json);
    // then
    assertThat(alert.firing()).isFalse();
    assertThat(alert.endsAtMs()).isEqualTo(Alerts.BEGAN + 9 * 60_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|not a JSON object",
        "nonsense|not JSON",
        "[]|not a JSON object",
        "{\"alert_id\":\"secret|not JSON",
        "{}|no alert_id",
        "{\"alert_id\":\"a\"}|no alertname",
        "{\"alert_id\":\"a\",\"labels\":[1]}|labels is no object",
        "{\"alert_id\":\"a\",\"labels\":{\"x\":{}}}|labels holds more than texts",
        "{\"alert_id\":\"a\",\"alertname\":\"A\",\"status\":\"secret\"}|status is neither",
        "{\"alert_id\":\"a\",\"alertname\":\"A\",\"status\":\"firing\"}|starts_at is no time",
        "{\"alert_id\":\"a\",\"alertname\":\"A\",\"status\":\"resolved\","
            + "\"starts_at\":\"2026-11-01T12:00:00Z\",\"ends_at\":\"secret\"}|ends_at is no time",
      })
  void shouldSayWhyARecordIsNoAlertAndQuoteNothing(String json, String reason) {
    // given
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    // when
    assertThatThrownBy(() -> AlertReader.read(bytes))
        // then
        .isInstanceOf(BadAlertException.class)
        .hasMessageStartingWith(reason)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Property
  void shouldReadOrRefuseAnyBytes(@ForAll byte[] noise) {
    // when
    assertThatThrownBy(() -> AlertReader.read(noise))
        // then
        .isInstanceOf(BadAlertException.class);
  }

  @Property
  void shouldReadOrRefuseAnyPartOfAnAlert(@ForAll int at) {
    // given
    byte[] json = Alerts.json("a1", "firing");
    byte[] part = java.util.Arrays.copyOf(json, Math.floorMod(at, json.length));
    // when
    assertThatThrownBy(() -> AlertReader.read(part))
        // then
        .isInstanceOf(BadAlertException.class);
  }
}
