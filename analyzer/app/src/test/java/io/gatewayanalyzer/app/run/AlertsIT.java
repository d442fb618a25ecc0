package io.gatewayanalyzer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.serde.AlertReader;
import io.gatewayanalyzer.app.serde.Schemas;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.event.Alert;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AlertsIT {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final Set<String> NAMES = Set.of("CreditExhausted", "ProviderOutage");
  private static final long START_MS =
      Instant.now().minus(Duration.ofHours(12)).truncatedTo(ChronoUnit.HOURS).toEpochMilli();

  /** In the middle of an outage, which is known, and of the silence after a refusal. */
  private static final int HALF = 300;

  private static final int SECONDS = 600;

  /** Whatever began by then is over hours later. */
  private static final int LATER = 7_200;

  @Test
  @Timeout(300)
  void shouldBeTheSameAfterAKillInMidWindow(@TempDir Path state) throws Exception {
    try (Cluster undisturbed = new Cluster();
        StreamsRunner runner = runner(undisturbed, state.resolve("undisturbed"));
        Cluster disturbed = new Cluster()) {
      // Given
      runner.start();
      undisturbed.send(traffic(0, SECONDS));
      awaitOver(undisturbed);
      disturbed.send(traffic(0, HALF));
      String servers = disturbed.config().bootstrapServers();
      Process killed = AnalyzerProcess.start(servers, state.resolve("disturbed"));
      Eventually.until(LONG, "an outage", () -> alerts(disturbed).size() >= NAMES.size());
      killed.destroyForcibly();
      assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();

      // When
      Process analyzer = AnalyzerProcess.start(servers, state.resolve("disturbed"));
      disturbed.send(traffic(HALF, SECONDS));
      awaitOver(disturbed);
      analyzer.destroy();

      // Then
      assertThat(analyzer.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(analyzer.exitValue()).isZero();
      assertThat(changes(disturbed))
          .isEqualTo(changes(undisturbed))
          .hasSize(2 * NAMES.size())
          .doesNotHaveDuplicates();
    }
  }

  /** Sends what happens later and later, until it is clear to the analyzer that time has passed. */
  private static void awaitOver(Cluster cluster) throws Exception {
    int[] second = {LATER};
    Eventually.until(
        LONG,
        "the end of all alerts",
        () -> {
          cluster.send(IntStream.range(0, 40).mapToObj(i -> calm(second[0]++)).toList());
          return alerts(cluster).stream().filter(alert -> !alert.firing()).count() >= NAMES.size();
        });
  }

  /**
   * What happened to the alerts, in an order of its own: that of gateways' records is not given.
   */
  private static List<String> changes(Cluster cluster) throws Exception {
    List<String> changes = new ArrayList<>();
    for (Alert alert : alerts(cluster)) {
      changes.add(
          String.join(
              " ",
              alert.alertId(),
              alert.labels().toString(),
              alert.status().wire(),
              Instant.ofEpochMilli(alert.startsAtMs()).toString(),
              alert.firing() ? "" : Instant.ofEpochMilli(alert.endsAtMs()).toString(),
              alert.annotations().get("summary")));
    }
    changes.sort(null);
    return changes;
  }

  private static List<Alert> alerts(Cluster cluster) throws Exception {
    List<Alert> alerts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : cluster.read(cluster.topics().alerts())) {
      assertThat(Schemas.mistakes("alert", record.value())).isEmpty();
      Alert alert = AlertReader.alert(record.value());
      if (NAMES.contains(alert.name())) {
        alerts.add(alert);
      }
    }
    return alerts;
  }

  /**
   * An account loses its credit in the second minute, a provider fails from the fourth to the
   * sixth.
   */
  private static List<byte[]> traffic(int from, int until) {
    List<byte[]> records = new ArrayList<>();
    for (int second = from; second < until; second++) {
      records.add(calm(second));
      if (second >= 100 && second < 160) {
        records.add(
            record(
                "broke",
                "openai",
                second,
                402,
                "{\\\"error\\\":{\\\"message\\\":\\\"Insufficient credits\\\"}}"));
      }
      if (second >= 200 && second < 380) {
        records.add(
            record(
                "acme",
                "down-ai",
                second,
                503,
                "{\\\"error\\\":{\\\"message\\\":\\\"Overloaded\\\"}}"));
      }
    }
    return records;
  }

  private static byte[] calm(int second) {
    return record("acme", "openai", second, 200, "{}");
  }

  private static byte[] record(
      String tenant, String provider, int second, int status, String body) {
    String id = tenant + "-" + provider + "-" + second;
    return ("{\"request_id\":\"%s\",\"operation_id\":\"op-%s\",\"timestamp\":\"%s\","
            + "\"duration_ms\":10,\"gateway\":\"anannas\",\"provider\":\"%s\",\"model\":\"m\","
            + "\"tenant\":\"%s\",\"response\":{\"status\":%d,\"body\":\"%s\"}}")
        .formatted(
            id,
            id,
            Instant.ofEpochMilli(START_MS + second * 1_000L),
            provider,
            tenant,
            status,
            body)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static StreamsRunner runner(Cluster cluster, Path state) {
    AnalyzerConfig config = cluster.config();
    AnalyzerConfig here = config.withProcessing(config.processing().withStateDirectory(state));
    return new StreamsRunner(here, AnalyzerTopology.build(here, Catalog.builtIn()));
  }
}
