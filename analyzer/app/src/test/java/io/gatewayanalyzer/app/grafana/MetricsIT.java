package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.analyze.EmbeddedLine;
import io.gatewayanalyzer.app.analyze.Pace;
import io.gatewayanalyzer.app.analyze.TallySink;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.HttpSettings;
import io.gatewayanalyzer.app.demo.Traffic;
import io.gatewayanalyzer.app.grafana.PrometheusTool.Answer;
import io.gatewayanalyzer.app.observe.metrics.Family;
import io.gatewayanalyzer.app.observe.metrics.MetricCatalogue;
import io.gatewayanalyzer.app.run.Observability;
import io.gatewayanalyzer.core.classify.Catalog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a scraper of a running line gets. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MetricsIT {
  private static final int RECORDS = 400;
  private static final Pattern NOT_OURS = Pattern.compile("(jvm|process)_.*");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
  private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

  private static Observability observability;
  private static EmbeddedLine line;
  private static URI served;
  private static String scraped;

  @BeforeAll
  static void run() throws Exception {
    AnalyzerConfig settings = AnalyzerConfig.defaults();
    observability = new Observability(settings, Catalog.builtIn(), "any", Map.of());
    line = EmbeddedLine.start(settings, new TallySink(), false, Pace.QUICK, observability);
    served = observability.serve(new HttpSettings("127.0.0.1", 0));
    Traffic traffic = new Traffic(11, 0, 50);
    for (int i = 0; i < RECORDS; i++) {
      line.send(traffic.next().value());
    }
    line.send("no record".getBytes(StandardCharsets.UTF_8));
    line.flush();
    do {
      line.awaitNews(Duration.ofMillis(50));
      scraped = get("/metrics", "text/plain").body();
    } while (counted(scraped) < line.sent());
  }

  @AfterAll
  static void stop() {
    line.close();
    observability.close();
  }

  @Test
  void shouldServeExactlyWhatTheCatalogueDescribes() {
    // given
    Map<String, String> described =
        MetricCatalogue.all().stream()
            .collect(
                Collectors.toMap(
                    Family::name, family -> family.kind().word(), (a, b) -> a, TreeMap::new));

    // when
    Map<String, String> types = new TreeMap<>();
    scraped
        .lines()
        .filter(text -> text.startsWith("# TYPE "))
        .map(text -> text.split(" "))
        .filter(words -> !NOT_OURS.matcher(words[2]).matches())
        .forEach(words -> types.put(words[2], words[3]));

    // then
    assertThat(types).isEqualTo(described);
  }

  @Test
  void shouldCarryTheLabelsOfTheCatalogue() {
    // given
    Map<String, Family> families =
        MetricCatalogue.all().stream().collect(Collectors.toMap(Family::name, family -> family));

    // when
    List<String> samples = scraped.lines().filter(text -> text.startsWith("llmgw_")).toList();

    // then
    assertThat(samples)
        .hasSizeGreaterThan(families.size())
        .allSatisfy(
            sample -> {
              String name = sample.split("[{ ]")[0];
              Family family =
                  families.getOrDefault(
                      name, families.get(name.replaceAll("_(bucket|sum|count)$", "")));
              TreeSet<String> labels = new TreeSet<>();
              Matcher label = LABEL.matcher(sample);
              while (label.find()) {
                labels.add(label.group(1));
              }
              labels.remove("le");
              assertThat(labels).containsExactlyInAnyOrderElementsOf(family.labels());
            });
  }

  @Test
  void shouldBeCleanToPrometheus(@TempDir Path directory) throws Exception {
    // given
    PrometheusTool promtool = PrometheusTool.find("promtool", directory);
    Path file = Files.writeString(directory.resolve("metrics.txt"), scraped);

    // when
    Answer answer = promtool.reading(file, List.of("check", "metrics"));

    // then
    assertThat(answer.output()).isEmpty();
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void shouldBeReadyWhileTheStreamsRun() throws Exception {
    // when
    HttpResponse<String> ready = get("/readyz", "*/*");

    // then
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(scraped)
        .contains("\nllmgw_ready 1.0\n", "llmgw_streams_state{state=\"running\",} 1.0");
  }

  @Test
  void shouldShowTracesOfFailures() throws Exception {
    // when
    HttpResponse<String> metrics = get("/metrics", OPEN_METRICS);

    // then
    assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/openmetrics-text");
    assertThat(metrics.body())
        .containsPattern("llmgw_attempts_total\\{.*} [0-9.]+ # \\{trace_id=\"[0-9a-f]{32}\"} 1.0 ")
        .endsWith("# EOF\n");
  }

  /** Attempts, and records that are none. */
  private static double counted(String text) {
    return text.lines()
        .filter(
            one ->
                one.startsWith("llmgw_attempts_total{")
                    || one.startsWith("llmgw_unknown_payloads_total{")
                        && one.contains("undecodable_record"))
        .mapToDouble(one -> Double.parseDouble(one.substring(one.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static HttpResponse<String> get(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(served + path)).header("Accept", accept).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
