package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatewayanalyzer.app.grafana.RuleFiles.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Grafana is given when it starts: sources, boards, and the one rule it evaluates itself. */
class ProvisioningTest {
  private static final Path DIRECTORY = Path.of("..", "..", "grafana", "provisioning");

  @Test
  void shouldKnowTheSourcesByTheNamesThatBoardsUse() throws IOException {
    // Given
    JsonNode sources = load("datasources").path("datasources");

    // When
    List<String> uids = new ArrayList<>();
    sources.forEach(source -> uids.add(source.path("uid").asText()));

    // Then
    assertThat(uids).containsExactly("prometheus", "alertmanager", "tempo");
    assertThat(sources).extracting(source -> source.path("type").asText()).isEqualTo(uids);
    assertThat(BoardFiles.all())
        .allSatisfy(
            board ->
                assertThat(board.variables().get(0).path("current").path("value").asText())
                    .isEqualTo("prometheus"));
  }

  @Test
  void shouldLeadFromExemplarsToTracesAndBack() throws IOException {
    // Given
    JsonNode sources = load("datasources").path("datasources");
    JsonNode exemplars = sources.path(0).path("jsonData").path("exemplarTraceIdDestinations");
    JsonNode back = sources.path(2).path("jsonData").path("tracesToMetrics");

    // When
    Catalogue catalogue = Catalogue.read();

    // Then
    assertThat(exemplars.path(0).path("name").asText()).isEqualTo("trace_id");
    assertThat(exemplars.path(0).path("datasourceUid").asText()).isEqualTo("tempo");
    assertThat(back.path("datasourceUid").asText()).isEqualTo("prometheus");
    assertThat(back.path("queries"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            query -> {
              String expr =
                  query.path("query").asText().replace("$$__tags", "gateway=\"everywhere\"");
              assertThat(PromQl.of(expr).selectors())
                  .allMatch(selector -> catalogue.series().contains(selector.name()))
                  .allMatch(
                      selector ->
                          catalogue
                              .labels(selector.name())
                              .containsAll(selector.matchers().keySet()));
            });
  }

  @Test
  void shouldReadTheBoardsFromWhereTheyAreMounted() throws IOException {
    // Given
    JsonNode providers = load("dashboards").path("providers");

    // When
    JsonNode provider = providers.path(0);

    // Then
    assertThat(providers).hasSize(1);
    assertThat(provider.path("options").path("path").asText())
        .isEqualTo("/var/lib/grafana/dashboards");
    assertThat(provider.path("allowUiUpdates").asBoolean(true)).isFalse();
  }

  /** Alerting makes its folder first, with a uid of its own: a second one stops Grafana. */
  @Test
  void shouldLeaveTheFolderToWhoeverMakesItFirst() throws IOException {
    // Given
    JsonNode group = load("alerting").path("groups").path(0);

    // When
    JsonNode boards = load("dashboards").path("providers").path(0);

    // Then
    assertThat(boards.path("folder")).isEqualTo(group.path("folder"));
    assertThat(boards.has("folderUid")).isFalse();
  }

  /** The rule is told like the one of Prometheus, so that nobody hears of it twice. */
  @Test
  void shouldAlertInGrafanaOnlyWhenPrometheusCannot() throws IOException {
    // Given
    JsonNode groups = load("alerting").path("groups");
    Rule twin =
        RuleFiles.alerts().stream()
            .filter(rule -> rule.alert().equals("AnalyzerDown"))
            .findFirst()
            .orElseThrow();

    // When
    JsonNode rules = groups.path(0).path("rules");

    // Then
    assertThat(groups).hasSize(1);
    assertThat(rules).hasSize(1);
    assertThat(rules.path(0).path("title").asText()).isEqualTo(twin.alert());
    assertThat(rules.path(0).path("noDataState").asText()).isEqualTo("Alerting");
    assertThat(rules.path(0).path("execErrState").asText()).isEqualTo("Alerting");
    assertThat(rules.path(0).path("labels"))
        .isEqualTo(new ObjectMapper().valueToTree(twin.labels()));
    assertThat(rules.path(0).path("annotations").path("runbook_url").asText())
        .isEqualTo(twin.annotations().get("runbook_url"));
  }

  private static JsonNode load(String kind) throws IOException {
    Path file = DIRECTORY.resolve(kind).resolve("gateway-analyzer.yml");
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    JsonNode node =
        new ObjectMapper().valueToTree(new Load(settings).loadFromString(Files.readString(file)));
    assertThat(node.path("apiVersion").asInt()).isEqualTo(1);
    return node;
  }
}
