package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatewayanalyzer.app.demo.Incident;
import io.gatewayanalyzer.app.demo.TrafficFile;
import io.gatewayanalyzer.core.policy.CreditExhausted;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.StreamBreakage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What alerting says of two hours in which six things go wrong, and of an hour in which none. */
class StagedIncidentsIT {
  /** How long after its begin an incident has to be told, event time. */
  private static final Map<String, Duration> TOLD_WITHIN =
      Map.of(
          CreditExhausted.NAME, Duration.ofSeconds(60),
          RateLimitSpike.NAME, Duration.ofMinutes(4),
          ProviderOutage.NAME, Duration.ofMinutes(3),
          StreamBreakage.NAME, Duration.ofMinutes(5),
          RetryStorm.NAME, Duration.ofMinutes(5));

  private static final List<String> SUBJECTS = List.of("gateway", "provider", "tenant");

  @TempDir private Path directory;

  /** One time an alert fired; {@code subjects} are the values of those labels it carries. */
  private record Told(
      String name, List<String> subjects, Instant start, Instant end, boolean openAtEnd) {}

  @Test
  void shouldTellEachIncidentOnceAndInTimeAndNothingElse() throws IOException {
    // given
    String log = write("two-hours.ndjson.gz", "--scene", "incidents");
    List<Incident> staged = SceneOption.INCIDENTS.scene(TrafficFile.START_MS).incidents();

    // when
    Invocation run = run("analyze", "--json", log);

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(staged)
        .extracting(Incident::alertname)
        .containsExactlyInAnyOrder(
            CreditExhausted.NAME,
            CreditExhausted.NAME,
            RateLimitSpike.NAME,
            ProviderOutage.NAME,
            StreamBreakage.NAME,
            RetryStorm.NAME);
    assertThat(told(run)).zipSatisfy(staged, StagedIncidentsIT::tellsInTime);
  }

  @Test
  void shouldSayNothingOnACalmDay() throws IOException {
    // given
    String log = write("calm.ndjson.gz", "--scene", "calm", "--for", "1h", "--rate", "2");

    // when
    Invocation run = run("analyze", "--json", log);

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(Json.number(run.out(), "records")).isGreaterThan(5_000);
    assertThat(Json.number(run.out(), "errors")).isPositive();
    assertThat(told(run)).isEmpty();
  }

  private static void tellsInTime(Told told, Incident incident) {
    Instant start = Instant.ofEpochMilli(incident.fromMs());
    assertThat(told.name()).as(incident.what()).isEqualTo(incident.alertname());
    assertThat(told.subjects())
        .as(incident.what())
        .isNotEmpty()
        .allMatch(incident.what()::contains);
    assertThat(told.start())
        .as(incident.what())
        .isBetween(start, start.plus(TOLD_WITHIN.get(incident.alertname())));
    assertThat(told.openAtEnd()).as(incident.what()).isFalse();
    assertThat(told.end())
        .as(incident.what())
        .isAfterOrEqualTo(Instant.ofEpochMilli(incident.toMs()));
  }

  private String write(String name, String... options) {
    String file = directory.resolve(name).toString();
    List<String> demo = List.of("demo", "--write", file);
    Invocation written =
        run(Stream.of(demo, List.of(options)).flatMap(List::stream).toArray(String[]::new));
    assertThat(written.exitCode()).as(written.err()).isZero();
    return file;
  }

  private static Invocation run(String... args) {
    return Invocation.of(Clock.systemUTC(), new byte[0], args);
  }

  private static List<Told> told(Invocation run) throws IOException {
    JsonNode alerts = new ObjectMapper().readTree(run.out()).path("alerts");
    assertThat(alerts.isArray()).isTrue();
    return StreamSupport.stream(alerts.spliterator(), false).map(StagedIncidentsIT::told).toList();
  }

  private static Told told(JsonNode alert) {
    JsonNode labels = alert.path("labels");
    return new Told(
        alert.path("alertname").asText(),
        SUBJECTS.stream().filter(labels::has).map(name -> labels.get(name).asText()).toList(),
        Instant.parse(alert.path("starts_at").asText()),
        alert.has("ends_at") ? Instant.parse(alert.path("ends_at").asText()) : Instant.MAX,
        alert.path("open_at_end").asBoolean(true));
  }
}
