package io.gatewayanalyzer.app.topology;

import static io.gatewayanalyzer.app.topology.TopologyFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.serde.AlertReader;
import io.gatewayanalyzer.app.serde.Schemas;
import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From raw records to alerts, through the production wiring and the built-in rules. */
class AlertLineTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Policies POLICIES = AlertSettings.defaults().policies();

  @TempDir private Path state;
  private final List<AlertEvent.Near> near = new ArrayList<>();
  private final List<AlertEvent.Muted> muted = new ArrayList<>();
  private LineHooks hooks;
  private Topics topics;
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> raw;
  private int requests;

  @BeforeEach
  void open() {
    AnalyzerConfig standard = AnalyzerConfig.defaults();
    AnalyzerConfig config =
        standard.withProcessing(standard.processing().withStateDirectory(state));
    LineHooks finite = LineHooks.finite();
    hooks = finite.with(finite.alerts().telling(near::add, muted::add));
    topics = Topics.of(config);
    driver =
        new TopologyTestDriver(
            AnalyzerTopology.build(config, Catalog.builtIn(), POLICIES, hooks),
            StreamsProperties.of(config),
            NOON);
    ByteArraySerializer write = new ByteArraySerializer();
    raw = driver.createInputTopic(topics.rawRequests().name(), write, write);
    awaitAllSources();
  }

  /** Nothing is judged before every source has had the time to show up. */
  private void awaitAllSources() {
    send(-60, 200, "{}");
    driver.advanceWallClockTime(Duration.ofMillis(EventClock.IDLE_MS + 1));
    requests = 0;
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldPageForAnAccountWithoutCredit() throws IOException {
    // Given
    send(0, 200, "{}");

    // When
    send(5, 402, "{\\\"error\\\":{\\\"message\\\":\\\"Insufficient credits\\\"}}");
    send(20, 200, "{}");

    // Then
    TestRecord<byte[], byte[]> record = records().get(0);
    assertThat(Schemas.mistakes("alert", record.value())).isEmpty();
    Alert alert = AlertReader.alert(record.value());
    assertThat(text(record.key())).isEqualTo(alert.alertId());
    assertThat(alert.name()).isEqualTo("CreditExhausted");
    assertThat(alert.status()).isEqualTo(AlertStatus.FIRING);
    assertThat(alert.labels()).containsEntry("tenant", "acme").containsEntry("gateway", "anannas");
    assertThat(alert.startsAtMs()).isEqualTo(NOON.plusSeconds(10).toEpochMilli());
    assertThat(alert.evidence().requestIds()).containsExactly("req-2");
    assertThat(alert.evidence().messages()).containsExactly("Insufficient credits");
  }

  @Test
  void shouldResolveBySilence() throws IOException {
    // Given
    send(5, 402, "{\\\"error\\\":{\\\"message\\\":\\\"Insufficient credits\\\"}}");
    send(20, 200, "{}");
    List<Alert> begun = alerts();

    // When
    driver.advanceWallClockTime(Duration.ofMinutes(20));

    // Then
    assertThat(begun).extracting(Alert::status).containsExactly(AlertStatus.FIRING);
    Alert over = only(alerts());
    assertThat(over.status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(over.alertId()).isEqualTo(begun.get(0).alertId());
    assertThat(over.startsAtMs()).isEqualTo(begun.get(0).startsAtMs());
  }

  @Test
  void shouldEndWhatFiresWhenTheInputHasEnded() throws IOException {
    // Given
    for (int second = 0; second < 60; second++) {
      send(second, 503, "{\\\"error\\\":{\\\"message\\\":\\\"no capacity\\\"}}");
    }

    // When
    hooks.drain().request();
    driver.advanceWallClockTime(Duration.ofMillis(50));
    driver.advanceWallClockTime(Duration.ofMillis(50));
    assertThat(hooks.alerts().counted().done()).isTrue();
    hooks.alerts().judged().request();
    driver.advanceWallClockTime(Duration.ofMillis(50));
    driver.advanceWallClockTime(Duration.ofMillis(50));

    // Then
    assertThat(hooks.alerts().said().done()).isTrue();
    assertThat(alerts())
        .filteredOn(alert -> alert.name().equals("ProviderOutage"))
        .extracting(Alert::status)
        .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
    assertThat(store("scopes")).isEmpty();
    assertThat(store("muted")).isEmpty();
  }

  @Test
  void shouldTellWhatAnOutageExplains() throws IOException {
    // Given
    for (int second = 0; second < 300; second++) {
      send(second, 503, "{\\\"error\\\":{\\\"message\\\":\\\"no capacity\\\"}}", second / 5);
    }

    // When
    driver.advanceWallClockTime(Duration.ofMinutes(4));

    // Then
    assertThat(alerts()).extracting(Alert::name).containsOnly("ProviderOutage");
    assertThat(muted).extracting(news -> news.alert().name()).containsExactly("RetryStorm");
    assertThat(near).isNotEmpty();
  }

  @Test
  void shouldSayThatAPayloadWasSeenForTheFirstTime() throws IOException {
    // Given
    send(1, 422, "{\\\"error\\\":{\\\"code\\\":\\\"brand_new_word\\\"}}");
    raw.pipeInput(new TestRecord<>(null, bytes("no record"), NOON.plusSeconds(2)));

    // When
    send(90, 200, "{}");
    driver.advanceWallClockTime(Duration.ofMinutes(2));

    // Then
    assertThat(alerts())
        .filteredOn(alert -> alert.name().equals("UnknownPayload"))
        .extracting(alert -> alert.labels().get("gateway"), alert -> alert.evidence().requestIds())
        .containsExactlyInAnyOrder(
            tuple("anannas", List.of("req-1")),
            tuple("unknown", List.of(topics.rawRequests().name() + "-0-2")));
  }

  private List<Alert> alerts() throws IOException {
    List<Alert> alerts = new ArrayList<>();
    for (TestRecord<byte[], byte[]> record : records()) {
      alerts.add(AlertReader.alert(record.value()));
    }
    return alerts;
  }

  private List<TestRecord<byte[], byte[]>> records() {
    ByteArrayDeserializer read = new ByteArrayDeserializer();
    return driver.createOutputTopic(topics.alerts().name(), read, read).readRecordsToList();
  }

  private List<Object> store(String name) {
    List<Object> entries = new ArrayList<>();
    driver.<Object, Object>getKeyValueStore(name).all().forEachRemaining(entries::add);
    return entries;
  }

  private static Alert only(List<Alert> alerts) {
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }

  private void send(int second, int status, String body) {
    send(second, status, body, requests);
  }

  private void send(int second, int status, String body, int operation) {
    requests++;
    Instant time = NOON.plusSeconds(second);
    String record =
        """
        {"request_id":"req-%d","operation_id":"op-%d","timestamp":"%s","duration_ms":0,\
        "gateway":"anannas","provider":"openai","model":"m","tenant":"acme","api_key_id":"k",\
        "client":"c/1","response":{"status":%d,"body":"%s"}}"""
            .formatted(requests, operation, time, status, body);
    raw.pipeInput(new TestRecord<>(null, bytes(record), time));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
