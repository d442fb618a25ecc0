package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayanalyzer.app.grafana.BoardFiles.Board;
import io.gatewayanalyzer.app.grafana.BoardFiles.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every board and every panel owes to who reads it at night. */
class BoardsTest {
  private static final List<String> VARIABLES =
      List.of("datasource", "gateway", "api", "provider", "model", "instance");

  /** Where nothing is good or bad, nothing looks as if it were. */
  private static final Set<String> NEUTRAL = Set.of("text", "blue", "semi-dark-blue");

  private static final int COLUMNS = 24;

  @Test
  void shouldBeWrittenInOneWay() throws IOException {
    // Given
    List<Board> boards = BoardFiles.all();

    // When
    for (Board board : boards) {
      String canonical = CanonicalJson.of(board.json());

      // Then
      assertThat(Files.readString(board.file()))
          .as("jq -S . %s", board.file())
          .isEqualTo(canonical);
    }
  }

  @Test
  void shouldBeFourThatKnowEachOther() {
    // Given
    Set<String> names = Set.of("incident", "retries", "credit", "pipeline");

    // When
    List<Board> boards = BoardFiles.all();

    // Then
    assertThat(boards).hasSameSizeAs(names);
    assertSoftly(
        softly -> {
          for (Board board : boards) {
            JsonNode json = board.json();
            String name = board.toString().replace(".json", "");
            JsonNode link = json.path("links").path(0);
            softly.assertThat(names).contains(name);
            softly.assertThat(board.uid()).isEqualTo("llmgw-" + name);
            softly.assertThat(json.path("id").isNull()).as(name).isTrue();
            softly.assertThat(json.path("description").asText()).as(name).isNotBlank();
            softly.assertThat(json.path("tags").path(0).asText()).isEqualTo("gateway-analyzer");
            softly.assertThat(link.path("type").asText()).as(name).isEqualTo("dashboards");
            softly.assertThat(link.path("tags")).isEqualTo(json.path("tags"));
            softly.assertThat(link.path("includeVars").asBoolean()).as(name).isTrue();
            softly.assertThat(link.path("keepTime").asBoolean()).as(name).isTrue();
          }
        });
  }

  /** Those that a board does not use are hidden: links carry them on to the next board. */
  @Test
  void shouldHaveTheSameVariables() {
    // Given
    List<Board> boards = BoardFiles.all();

    // When
    for (Board board : boards) {
      List<JsonNode> variables = board.variables();

      // Then
      assertThat(variables)
          .as(board.toString())
          .extracting(variable -> variable.path("name").asText())
          .containsExactlyElementsOf(VARIABLES);
      assertThat(variables.get(0).path("type").asText()).isEqualTo("datasource");
      assertThat(variables.subList(1, variables.size()))
          .as(board.toString())
          .allMatch(variable -> variable.path("multi").asBoolean())
          .allMatch(variable -> variable.path("includeAll").asBoolean())
          .allMatch(variable -> variable.path("allValue").asText().equals(".*"))
          .allMatch(variable -> variable.path("query").path("query").asText().contains("llmgw_"));
    }
  }

  @Test
  void shouldShowAlertsAndReleasesOnEveryBoard() {
    // Given
    List<Board> boards = BoardFiles.all();

    // When
    for (Board board : boards) {
      List<String> marks =
          board.annotations().stream().map(mark -> mark.path("expr").asText()).toList();

      // Then
      assertThat(marks)
          .as(board.toString())
          .anyMatch(expr -> expr.contains("llmgw_alert_firing"))
          .anyMatch(expr -> expr.contains("ALERTS{"))
          .anyMatch(expr -> expr.contains("llmgw_build_info"));
    }
  }

  @Test
  void shouldSayOnEachPanelWhatItMeansAndWhatToDo() {
    // Given
    List<Panel> panels = BoardFiles.panels();

    // When
    assertSoftly(
        softly -> {
          for (Panel panel : panels) {
            String description = panel.json().path("description").asText();

            // Then
            softly.assertThat(panel.title()).isNotBlank();
            softly.assertThat(description).as("%s", panel).contains("**Do:** ");
            softly.assertThat(description.indexOf("**Do:**")).as("%s", panel).isGreaterThan(20);
            softly.assertThat(panel.defaults().path("unit").asText()).as("%s", panel).isNotBlank();
            if (!panel.type().equals("heatmap") && !logarithmic(panel)) {
              softly
                  .assertThat(panel.defaults().path("noValue").asText())
                  .as("%s: what is shown where nothing is", panel)
                  .isNotBlank();
            }
          }
        });
  }

  @Test
  void shouldHaveThresholdsThatMeanSomething() {
    // Given
    List<Panel> panels = BoardFiles.panels();

    // When
    assertSoftly(
        softly -> {
          for (Panel panel : panels) {
            List<JsonNode> steps =
                BoardFiles.list(panel.defaults().path("thresholds").path("steps")).toList();
            List<Double> values =
                steps.stream().skip(1).map(step -> step.path("value").asDouble()).toList();
            String first = steps.get(0).path("color").asText();

            // Then
            softly.assertThat(steps.get(0).path("value").isNull()).as("%s", panel).isTrue();
            softly.assertThat(values).as("%s", panel).isSorted().isNotEqualTo(List.of(80.0));
            if (values.isEmpty()) {
              softly.assertThat(NEUTRAL).as("%s", panel).contains(first);
            }
          }
        });
  }

  @Test
  void shouldLieSideBySideOnTheGrid() {
    // Given
    List<Board> boards = BoardFiles.all();

    // When
    for (Board board : boards) {
      Set<String> taken = new HashSet<>();
      List<Integer> ids = new ArrayList<>();
      for (JsonNode panel : board.json().path("panels")) {
        JsonNode at = panel.path("gridPos");
        ids.add(panel.path("id").asInt());

        // Then
        assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
        assertThat(cells(at)).as("%s: %s", board, panel.path("title")).allMatch(taken::add);
      }
      assertThat(ids).as(board.toString()).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldShowWhatIsNowByInstantQueriesAndWhatWasByRanges() {
    // Given
    Set<String> now = Set.of("stat", "table");

    // When
    List<Panel> panels = BoardFiles.panels();

    // Then
    assertThat(panels)
        .allSatisfy(
            panel ->
                assertThat(panel.targets())
                    .as(panel.toString())
                    .isNotEmpty()
                    .allMatch(target -> target.instant() == now.contains(panel.type())));
  }

  /** Grafana writes the word for nothing at every tick of such an axis that it leaves unnamed. */
  static boolean logarithmic(Panel panel) {
    JsonNode scale = panel.defaults().path("custom").path("scaleDistribution");
    return scale.path("type").asText().equals("log");
  }

  private static List<String> cells(JsonNode at) {
    List<String> cells = new ArrayList<>();
    for (int x = 0; x < at.path("w").asInt(); x++) {
      for (int y = 0; y < at.path("h").asInt(); y++) {
        cells.add((at.path("x").asInt() + x) + "," + (at.path("y").asInt() + y));
      }
    }
    return cells;
  }
}
