package io.gatewayanalyzer.app.compose;

import static io.gatewayanalyzer.app.compose.ComposeFile.CONFIG;
import static io.gatewayanalyzer.app.compose.ComposeFile.TOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatewayanalyzer.app.compose.ComposeFile.Service;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The configurations of the containers: that they fit each other and what they are derived from.
 */
class ComposeConfigTest {
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w.-])([a-z][a-z-]+):(\\d{4,5})(?!\\d)");
  private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)");

  @TempDir private Path directory;

  @Test
  void shouldAddressServicesThatThereAre() {
    // given
    Set<String> names =
        ComposeFile.read().services().stream().map(Service::name).collect(Collectors.toSet());
    names.add("localhost");

    // when
    Set<String> hosts = new TreeSet<>();
    for (Path file : configurations()) {
      Matcher address = ADDRESS.matcher(ComposeFile.text(file).replaceAll("(?m)^\\s*#.*$", ""));
      while (address.find()) {
        hosts.add(address.group(1));
      }
    }

    // then
    assertThat(names).containsAll(hosts);
    assertThat(hosts).contains("kafka", "alertmanager", "analyzer", "tempo", "prometheus");
  }

  @Test
  void shouldGiveTheAnalyzerSettingsItAccepts() {
    // when
    AnalyzerConfig config = ConfigReader.read(CONFIG.resolve("analyzer.yaml"));

    // then
    assertThat(config.bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(config.http().port()).isEqualTo(9464);
  }

  @Test
  void shouldRouteAndInhibitAsTheAlertmanagerConfigurationWeHandOut() {
    // given
    Map<?, ?> ours =
        ComposeFile.yaml(TOP.resolve("grafana").resolve("alerting").resolve("alertmanager.yml"));

    // when
    Map<?, ?> derived = ComposeFile.yaml(CONFIG.resolve("alertmanager.yml"));

    // then
    for (String key : List.of("route", "inhibit_rules")) {
      assertThat((Object) derived.get(key)).isNotNull().isEqualTo(ours.get(key));
    }
  }

  @Test
  void shouldConfigureTheSinkAsTheConnectorWeHandOut() throws Exception {
    // given
    ObjectMapper json = new ObjectMapper();
    Path name = Path.of("alertmanager-sink.json");
    ObjectNode ours =
        (ObjectNode) json.readTree(TOP.resolve("connectors/config").resolve(name).toFile());
    ((ObjectNode) ours.get("config"))
        .put("alertmanager.urls", "http://alertmanager:9093")
        .put("errors.deadletterqueue.topic.replication.factor", "1");

    // when
    ObjectNode derived =
        (ObjectNode) json.readTree(CONFIG.resolve("connect").resolve(name).toFile());

    // then
    assertThat(derived).isEqualTo(ours);
  }

  @Test
  void shouldRunTheVersionsThatAreTested() {
    // given
    String pom = ComposeFile.text(TOP.resolve("pom.xml"));
    String kafka = between(pom, "<kafka.version>", "</kafka.version>");
    String version = between(pom, "<version>", "</version>");

    // when
    List<String> images =
        ComposeFile.read().services().stream().map(service -> service.text("image")).toList();

    // then
    assertThat(images)
        .contains(
            "apache/kafka:" + kafka,
            "gateway-analyzer:" + version,
            "gateway-analyzer-connect:" + version);
    assertThat(ComposeFile.text(TOP.resolve("Dockerfile")))
        .contains("FROM apache/kafka:" + kafka + " AS connect", "ARG VERSION=" + version);
    assertThat(ComposeFile.text(CONFIG.resolve("connect").resolve("worker.properties")))
        .contains("/connect-file-" + kafka + ".jar");
  }

  @Test
  void shouldBuildFromPinnedImagesAndRunAsANumber() {
    // given
    String dockerfile = ComposeFile.text(TOP.resolve("Dockerfile"));

    // when
    List<String> bases = FROM.matcher(dockerfile).results().map(from -> from.group(1)).toList();

    // then
    assertThat(bases).hasSize(3).allMatch(base -> base.matches("[a-z/-]+:\\d+\\.\\d+\\.[-\\w.]+"));
    assertThat(dockerfile.lines().filter(line -> line.startsWith("USER ")).toList())
        .last()
        .isEqualTo("USER 10001:10001");
  }

  @Test
  void shouldLoadAllRulesButThoseThatRepeatTheAnalyzersOwnAlerts() throws Exception {
    // given
    Set<String> expected = new TreeSet<>();
    try (Stream<Path> files = Files.list(TOP.resolve("grafana").resolve("alerting"))) {
      files
          .map(file -> "rules/" + file.getFileName())
          .filter(file -> file.endsWith(".rules.yml") && !file.contains("reported"))
          .forEach(expected::add);
    }

    // when
    List<?> loaded = (List<?>) ComposeFile.yaml(CONFIG.resolve("prometheus.yml")).get("rule_files");

    // then
    assertThat(loaded.stream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @Tag("slow")
  void shouldGivePrometheusAConfigurationItAccepts() throws Exception {
    // given
    assumeTrue(Tool.PROMTOOL.there(), "promtool is not installed: apt-get install prometheus");
    Path file = Files.copy(CONFIG.resolve("prometheus.yml"), directory.resolve("prometheus.yml"));
    Path rules = Files.createDirectory(directory.resolve("rules"));
    try (Stream<Path> files = Files.list(TOP.resolve("grafana").resolve("alerting"))) {
      for (Path rule : files.filter(Files::isRegularFile).toList()) {
        Files.copy(rule, rules.resolve(rule.getFileName()));
      }
    }

    // when
    String said = Tool.PROMTOOL.ask("check", "config", file.toString());

    // then
    assertThat(said).contains("SUCCESS: 5 rule files found").doesNotContain("FAILED");
  }

  @Test
  @Tag("slow")
  void shouldGiveAlertmanagerAConfigurationItAccepts() throws Exception {
    // given
    assumeTrue(Tool.AMTOOL.there(), "amtool is not installed: apt-get install alertmanager");
    String file = CONFIG.resolve("alertmanager.yml").toString();

    // when
    String said = Tool.AMTOOL.ask("check-config", file);

    // then
    assertThat(said).contains("SUCCESS", "3 receivers");
  }

  private static List<Path> configurations() {
    return List.of(
        CONFIG.resolve("analyzer.yaml"),
        CONFIG.resolve("connect/alertmanager-sink.json"),
        CONFIG.resolve("connect/worker.properties"),
        CONFIG.resolve("kafka/server.properties"),
        CONFIG.resolve("otel-collector.yml"),
        CONFIG.resolve("prometheus.yml"),
        TOP.resolve("grafana/provisioning/alerting/gateway-analyzer.yml"),
        TOP.resolve("grafana/provisioning/datasources/gateway-analyzer.yml"),
        TOP.resolve("docker-compose.yml"));
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }
}
