package io.gatewayanalyzer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.serde.AlertJson;
import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertTextTest {
  private static final AlertJson JSON = new AlertJson();

  private final Tally tally = new Tally();
  private final Unsaid unsaid = new Unsaid();

  @Test
  void shouldWriteATimeline() {
    // given
    Alert spike = spike("provider", "12:02:00", "gpt-5-mini is limited far more than usual");
    said(spike, -1);
    said(outOfCredit(), "12:17:20");
    unsaid.muted(
        new AlertEvent.Muted(spike("gateway", "12:03:00", "more"), outOfCredit().alertId()));
    attemptAt("12:20:00");
    tally.unsaid(unsaid, AlertSettings.defaults(), 2);

    // when
    String text = AlertText.of(tally, false);

    // then
    assertThat(text)
        .isEqualTo(
            """

                  FROM  TO          LASTED  SEVERITY  ALERT            WHO                                   WHAT
              12:00:10  12:17:20  17.2 min  page      CreditExhausted  anannas/acme                          acme at anannas is out of credit
              12:02:00  open        18 min  ticket    RateLimitSpike   anannas/openai/gpt-5-mini (provider)  gpt-5-mini is limited far more than usual
              (2026-11-01, times in UTC; open: not over at the last record)
              1 alert not raised, another one explains it: 1 RateLimitSpike by CreditExhausted
              2 counts came too late for alerts, their time was no longer kept (late)
            """);
  }

  @Test
  void shouldCallOpenWhatOnlyTheEndOfTheRecordsEnded() {
    // given
    said(outOfCredit(), "12:17:20");
    attemptAt("12:04:10");

    // when
    String text = AlertText.of(tally, false);

    // then
    assertThat(text).contains("  12:00:10  open   4 min  page  ");
  }

  @Test
  void shouldNotDateWhatHasNoTimeOfItsOwn() {
    // given
    said(unknownPayload("a15t", "12:01:00"), -1);
    said(unknownPayload("unknown", "12:02:00"), -1);
    said(unknownPayload("unknown", "19:02:00"), -1);
    attemptAt("12:04:10");

    // when
    String text = AlertText.of(tally, false);

    // then
    assertThat(text)
        .isEqualTo(
            """

              FROM      TO     LASTED  SEVERITY  ALERT           WHO         WHAT
              12:01:00  open  3.2 min  info      UnknownPayload  a15t/f1     a new shape
              12:02:00  open  2.2 min  info      UnknownPayload  unknown/f1  a new shape
              no time                  info      UnknownPayload  unknown/f1  a new shape
              (2026-11-01, times in UTC; open: not over at the last record; no time: records that cannot be read have none)
            """);
  }

  @Test
  void shouldSayThatNothingFired() {
    // given
    attemptAt("12:00:00");

    // when
    String text = AlertText.of(tally, false);

    // then
    assertThat(text).isEqualTo("\n  No alert fired.\n");
  }

  @Test
  void shouldColourTheSeverityAndNothingElse() {
    // given
    said(outOfCredit(), "12:17:20");
    attemptAt("12:20:00");

    // when
    String text = AlertText.of(tally, true);

    // then
    assertThat(text).contains("17.2 min  \u001b[1;31mpage\u001b[0m      CreditExhausted");
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(AlertText.of(tally, false));
  }

  @Test
  void shouldSayHowNearTheOthersCame() {
    // given
    said(outOfCredit(), "12:17:20");
    attemptAt("12:40:50");
    unsaid.near(near("12:40:00", 0.5, "10 of 20 events"));
    unsaid.near(near("12:41:00", 0.82, "17 of 20 events, 1.1 % of 2 %"));
    unsaid.near(near("18:00:00", 0.95, "19 of 20 events, in the silence after the end"));
    tally.unsaid(unsaid, AlertSettings.defaults(), 0);

    // when
    String text = NearestText.of(tally.alerts());

    // then
    assertThat(text)
        .isEqualTo(
            """

              DID NOT FIRE     NEAREST        AT  WHO                                   FIGURES
              CreditRunwayLow                                                           nothing to count
              RateLimitSpike      82 %  12:41:00  anannas/openai/gpt-5-mini (provider)  17 of 20 events, 1.1 % of 2 %
              ErrorBudgetBurn                                                           nothing to count
              ProviderOutage                                                            nothing to count
              StreamBreakage                                                            nothing to count
              RetryStorm                                                                nothing to count
              BlindRetries                                                              nothing to count
              UnknownPayload                                                            nothing to count
              (2026-11-01, times in UTC; nearest: 100 % fires, told by what lacked most)
            """);
  }

  private void said(Alert alert, String endsAt) {
    said(alert, -1);
    said(alert, at(endsAt));
  }

  private void said(Alert alert, long endsAtMs) {
    Alert said =
        new Alert(
            alert.alertId(),
            endsAtMs < 0 ? AlertStatus.FIRING : AlertStatus.RESOLVED,
            alert.severity(),
            alert.labels(),
            endsAtMs < 0 ? alert.annotations() : Map.of("summary", "it is over"),
            alert.startsAtMs(),
            endsAtMs,
            1,
            1,
            300_000,
            Alert.Evidence.NONE);
    tally.alert(JSON.write(said));
  }

  private void attemptAt(String time) {
    String json =
        "{\"http_status\":200,\"event_time\":\"2026-11-01T%s.000Z\","
            + "\"ingest_time\":\"2026-11-02T00:00:00.000Z\"}";
    tally.attempt(String.format(json, time).getBytes(StandardCharsets.UTF_8));
  }

  private static Alert outOfCredit() {
    return alert(
        "00000000000000aa",
        Severity.PAGE,
        Map.of("alertname", "CreditExhausted", "gateway", "anannas", "tenant", "acme"),
        "12:00:10",
        "acme at anannas is out of credit");
  }

  private static Alert unknownPayload(String gateway, String startsAt) {
    return alert(
        gateway + startsAt,
        Severity.INFO,
        Map.of("alertname", "UnknownPayload", "gateway", gateway, "fingerprint", "f1"),
        startsAt,
        "a new shape");
  }

  private static Alert spike(String source, String startsAt, String summary) {
    return alert("bb" + source, Severity.TICKET, spikeLabels(source), startsAt, summary);
  }

  private static SortedMap<String, String> spikeLabels(String source) {
    return new TreeMap<>(
        Map.of(
            "alertname",
            "RateLimitSpike",
            "gateway",
            "anannas",
            "provider",
            "openai",
            "model",
            "gpt-5-mini",
            "limit_source",
            source));
  }

  private static Alert alert(
      String id, Severity severity, Map<String, String> labels, String startsAt, String summary) {
    return new Alert(
        id,
        AlertStatus.FIRING,
        severity,
        new TreeMap<>(labels),
        Map.of("summary", summary),
        at(startsAt),
        -1,
        1,
        1,
        300_000,
        Alert.Evidence.NONE);
  }

  private static AlertEvent.Near near(String time, double closeness, String reading) {
    return new AlertEvent.Near(
        new Scope("RateLimitSpike", new TreeMap<>(Map.of("gateway", "anannas"))),
        at(time),
        new Judgement(
            "provider",
            Severity.TICKET,
            spikeLabels("provider"),
            false,
            false,
            0,
            0,
            1,
            1,
            300_000,
            closeness,
            reading,
            Map.of()));
  }

  private static long at(String time) {
    return Instant.parse("2026-11-01T" + time + "Z").toEpochMilli();
  }
}
