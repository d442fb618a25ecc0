package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.serde.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half an hour of traffic of one tenant, whose credit is used up for five minutes of it. */
class AnalyzeAlertsIT {
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final int SECONDS = 1_800;
  private static final int OUTAGE_FROM = 600;
  private static final int OUTAGE_TO = 900;
  private static final int STEP = 5;

  @TempDir private Path directory;
  private Path log;

  @BeforeEach
  void write() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int second = 0; second < SECONDS; second += STEP) {
      boolean refused = second >= OUTAGE_FROM && second < OUTAGE_TO;
      lines.add(refused ? refused(second) : line(second, "200", "{}"));
    }
    log = Files.write(directory.resolve("credit.ndjson"), lines);
  }

  @Test
  void shouldRaiseOneAlertForAnOutageAndEndIt() throws IOException {
    // given
    Path out = directory.resolve("out");

    // when
    Invocation run = analyze("--out", out.toString(), log.toString());

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .filteredOn(line -> line.contains("CreditExhausted"))
        .singleElement()
        .asString()
        .matches(
            "  12:10:10  12:20:\\d\\d +(9\\.\\d|10(\\.\\d)?) min  page +CreditExhausted +anannas/acme"
                + " +acme at anannas is out of credit: \\d requests refused in 10 s");
    assertThat(run.out()).doesNotContain("DID NOT FIRE");
    assertThat(Files.readAllLines(out.resolve("alerts.ndjson")))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(line -> assertThat(Schemas.mistakes("alert", line)).isEmpty())
        .anyMatch(line -> line.contains("\"status\":\"resolved\""));
    Invocation audit =
        Invocation.of("", "audit", "--json", "--dir", out.toString(), log.toString());
    assertThat(audit.out()).startsWith("{\"complete\":true,\"records\":360,");
  }

  @Test
  void shouldSayTheSameToMachines() {
    // when
    Invocation run = analyze("--json", log.toString());

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"alertname\" : \"CreditExhausted\"")
        .contains("\"starts_at\" : \"2026-11-01T12:10:10.000Z\"")
        .contains("\"ends_at\" : \"2026-11-01T12:20:")
        .contains("\"open_at_end\" : false")
        .contains("\"threshold\" : 1")
        .contains("\"late_counts\" : 0")
        .contains("\"nearest\" : [");
  }

  @Test
  void shouldSayInADryRunWhatNearlyFired() throws IOException {
    // given
    Path alerts = directory.resolve("my.yaml");
    Files.writeString(
        alerts,
        "CreditExhausted: {account: {events: 100}, unconfirmed-events: 100}\n"
            + "UnknownPayload: {enabled: false}\n");

    // when
    Invocation run = analyze("--alerts", alerts.toString(), log.toString());

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\n  No alert fired.\n", "\n  DID NOT FIRE ");
    assertThat(run.outLines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "  CreditExhausted +(59|60|61) % +12:1\\d:\\d\\d +anannas/acme"
                            + " +(59|60|61) of 100 refusals for want of credit in 5 min"))
        .anySatisfy(line -> assertThat(line).matches("  UnknownPayload +switched off"));
  }

  private static Invocation analyze(String... args) {
    List<String> all = new ArrayList<>(List.of("analyze"));
    all.addAll(List.of(args));
    return Invocation.of(Clock.systemUTC(), new byte[0], all.toArray(String[]::new));
  }

  private static String refused(int second) {
    return line(
        second,
        "429",
        "{\\\"error\\\":{\\\"code\\\":\\\"insufficient_quota\\\",\\\"type\\\":\\\"insufficient_quota\\\","
            + "\\\"message\\\":\\\"You have no credit left.\\\"}}");
  }

  private static String line(int second, String status, String body) {
    return "{\"request_id\":\"r%d\",\"timestamp\":\"%s\",\"duration_ms\":100,\"gateway\":\"anannas\","
            .formatted(second, START.plusSeconds(second))
        + "\"tenant\":\"acme\",\"provider\":\"openai\",\"model\":\"gpt-5-mini\","
        + "\"response\":{\"status\":%s,\"body\":\"%s\"}}".formatted(status, body);
  }
}
