package io.gatewayanalyzer.app.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.run.Cluster;
import io.gatewayanalyzer.app.run.Eventually;
import io.gatewayanalyzer.app.run.StreamsRunner;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.connect.alertmanager.Auth;
import io.gatewayanalyzer.connect.alertmanager.BackOff;
import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.core.classify.Catalog;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The alerts topic, this side of the wire and the real Alertmanager on the other, with the
 * configuration we hand out; only its waits are shortened and its webhooks are ours.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AlertmanagerIT {
  private static final Path CONFIG =
      Path.of("..", "..", "grafana", "alerting", "alertmanager.yml").toAbsolutePath();
  private static final Path ANSWERS = Path.of("target", "alertmanager");
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String ACME =
      "alertname=CreditExhausted severity=page gateway=edge scope=account tenant=acme";
  private static final String UMBRELLA =
      "alertname=CreditExhausted severity=page gateway=edge scope=account tenant=umbrella";
  private static final String BURN =
      "alertname=ErrorBudgetBurn severity=ticket gateway=edge scope=slo slo=mine tenant=acme";
  private static final String SPIKE =
      "alertname=RateLimitSpike severity=ticket gateway=edge scope=model model=gpt-5-mini"
          + " provider=openai limit_source=provider";

  @TempDir private Path directory;

  @BeforeAll
  static void needsAlertmanager() {
    assumeTrue(
        RealAlertmanager.find() != null,
        "Alertmanager is not installed: apt-get install prometheus-alertmanager");
  }

  @Test
  void shouldTellOfEachIncidentOnceWhateverIsRestarted() throws Exception {
    try (Cluster cluster = new Cluster();
        AlertTopic topic = new AlertTopic(cluster.config());
        Notifications people = new Notifications();
        RealAlertmanager alertmanager = configured(people)) {
      // given
      alertmanager.start();
      AnalyzerConfig config = cluster.config().withAlertmanager(telling(alertmanager.uri()));

      // when
      String counts = liveThrough(config, topic, people, alertmanager);

      // then
      assertThat(people.all())
          .containsExactlyInAnyOrder(
              "pager firing CreditExhausted acme, umbrella",
              "tickets firing RateLimitSpike gpt-5-mini",
              "pager resolved CreditExhausted acme, umbrella",
              "tickets resolved RateLimitSpike gpt-5-mini");
      assertThat(counts).contains("unreadable alerts 1").doesNotContain("refused");
    }
  }

  /** Two incidents from before to after; in the middle of them both sides are restarted. */
  private String liveThrough(
      AnalyzerConfig config, AlertTopic topic, Notifications people, RealAlertmanager alertmanager)
      throws Exception {
    topic.write("nonsense", "{\"alert_id\":".getBytes(StandardCharsets.UTF_8));
    AlertFeed feed = started(config);
    AlertFeed first = feed;
    Eventually.until(SOON, "the topic is read", () -> first.counts().contains("unreadable"));
    assertThat(alertmanager.alerts()).isEmpty();
    keep("1-before", alertmanager.alerts());

    Instant began = Instant.now();
    for (String alert : List.of(ACME, UMBRELLA, BURN, SPIKE)) {
      topic.firing(began, alert);
    }
    checkWhatFires(alertmanager, began);
    Eventually.until(SOON, "two messages", () -> people.all().size() == 2);
    keep("2-during", alertmanager.alerts());

    feed.close();
    String before = updated(alertmanager);
    feed = started(config);
    Eventually.until(SOON, "told again", () -> updated(alertmanager).compareTo(before) > 0);

    alertmanager.stop();
    alertmanager.start();
    checkWhatFires(alertmanager, began);
    keep("3-after-its-restart", alertmanager.alerts());

    for (String alert : List.of(BURN, ACME, UMBRELLA, SPIKE)) {
      topic.resolved(began, Instant.now(), alert);
    }
    Eventually.until(SOON, "nothing fires", () -> alertmanager.alerts().isEmpty());
    Eventually.until(SOON, "two more messages", () -> people.all().size() >= 4);
    keep("4-after", alertmanager.alerts());
    feed.close();
    return feed.counts();
  }

  @Test
  void shouldLeadFromARefusalInTheLogToOnePageAndItsEnd() throws Exception {
    try (Cluster cluster = new Cluster();
        Notifications people = new Notifications();
        RealAlertmanager alertmanager = configured(people)) {
      // given
      alertmanager.start();
      AnalyzerConfig config = cluster.config().withAlertmanager(telling(alertmanager.uri()));
      Instant began = Instant.now().minus(Duration.ofMinutes(10));

      // when
      try (StreamsRunner line = new StreamsRunner(config, line(config));
          AlertFeed feed = new AlertFeed(config)) {
        line.start();
        feed.start();
        cluster.send(List.of(RawLog.noCreditAs429(began, "acme")));
        cluster.send(List.of(RawLog.healthy(began.plusSeconds(60), "umbrella")));
        Eventually.until(SOON, "it fires", () -> alertmanager.alerts().size() == 1);
        keep("5-from-the-log", alertmanager.alerts());
        cluster.send(List.of(RawLog.healthy(began.plusSeconds(90), "acme")));
        cluster.send(List.of(RawLog.healthy(began.plusSeconds(480), "umbrella")));
        Eventually.until(SOON, "it is over", () -> alertmanager.alerts().isEmpty());
        Eventually.until(SOON, "two messages", () -> people.all().size() >= 2);
      }

      // then
      assertThat(people.all())
          .containsExactly(
              "pager firing CreditExhausted acme", "pager resolved CreditExhausted acme");
    }
  }

  @Test
  void shouldHandOutAConfigurationThatAlertmanagerAccepts() throws Exception {
    // given
    Path amtool = RealAlertmanager.find("amtool");
    assumeTrue(amtool != null, "amtool is not installed: apt-get install prometheus-alertmanager");
    // when
    Process check =
        new ProcessBuilder(amtool.toString(), "check-config", CONFIG.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // then
    assertThat(check.waitFor()).as(said).isZero();
    assertThat(said).contains("SUCCESS", "inhibit rules", "3 receivers");
  }

  private static void checkWhatFires(RealAlertmanager alertmanager, Instant began)
      throws Exception {
    Eventually.until(SOON, "four alerts", () -> alertmanager.alerts().size() == 4);
    Eventually.until(SOON, "the burn is muted", () -> !muting(alertmanager).isEmpty());
    JsonNode acme = only(alertmanager, "tenant", "acme", "CreditExhausted");
    assertThat(acme.path("labels"))
        .hasToString(
            "{\"alertname\":\"CreditExhausted\",\"gateway\":\"edge\",\"scope\":\"account\","
                + "\"severity\":\"page\",\"tenant\":\"acme\"}");
    assertThat(acme.path("annotations").path("summary").asText()).isEqualTo("1 refusal in 10 s");
    assertThat(acme.path("annotations").path("messages").asText()).isEqualTo("no credit left");
    assertThat(Instant.parse(acme.path("startsAt").asText()))
        .isEqualTo(began.truncatedTo(ChronoUnit.MILLIS));
    assertThat(acme.path("status").path("state").asText()).isEqualTo("active");
    assertThat(acme.path("receivers").path(0).path("name").asText()).isEqualTo("pager");

    assertThat(muting(alertmanager)).containsExactly(acme.path("fingerprint").asText());
    assertThat(groups(alertmanager)).contains("CreditExhausted 2", "RateLimitSpike 1");
  }

  /** Who mutes the burning budget. */
  private static List<String> muting(RealAlertmanager alertmanager) throws Exception {
    List<String> by = new ArrayList<>();
    for (JsonNode alert : alertmanager.alerts("alertname", "ErrorBudgetBurn")) {
      alert.path("status").path("inhibitedBy").forEach(one -> by.add(one.asText()));
    }
    return by;
  }

  private static JsonNode only(RealAlertmanager from, String label, String value, String name)
      throws Exception {
    List<JsonNode> found =
        from.alerts(label, value).stream()
            .filter(alert -> name.equals(alert.path("labels").path("alertname").asText()))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<String> groups(RealAlertmanager alertmanager) throws Exception {
    List<String> groups = new ArrayList<>();
    alertmanager
        .groups()
        .forEach(
            group ->
                groups.add(
                    group.path("labels").path("alertname").asText()
                        + " "
                        + group.path("alerts").size()));
    return groups;
  }

  private static String updated(RealAlertmanager alertmanager) throws Exception {
    return only(alertmanager, "tenant", "umbrella", "CreditExhausted").path("updatedAt").asText();
  }

  private RealAlertmanager configured(Notifications people) throws Exception {
    String shipped = Files.readString(CONFIG);
    String ours =
        shipped
            .replace("127.0.0.1:9099", people.address())
            .replaceAll("group_wait: \\d+s", "group_wait: 8s")
            .replace("group_interval: 5m", "group_interval: 2s");
    Files.writeString(directory.resolve("alertmanager.yml"), ours);
    return new RealAlertmanager(RealAlertmanager.find(), directory);
  }

  private static Topology line(AnalyzerConfig config) {
    return AnalyzerTopology.build(config, Catalog.builtIn(), LineHooks.endless());
  }

  private static AlertFeed started(AnalyzerConfig config) {
    AlertFeed feed = new AlertFeed(config);
    feed.start();
    return feed;
  }

  private static DeliverySettings telling(URI target) {
    return new DeliverySettings(
        List.of(target),
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        Duration.ofSeconds(10),
        new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1)),
        Auth.NONE,
        null);
  }

  /** Keeps an answer for people to look at. */
  private static void keep(String name, JsonNode answer) throws Exception {
    Files.createDirectories(ANSWERS);
    Files.writeString(ANSWERS.resolve(name + ".json"), answer.toPrettyString() + "\n");
  }
}
