package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayanalyzer.app.grafana.BoardFiles.Board;
import io.gatewayanalyzer.app.grafana.BoardFiles.Panel;
import io.gatewayanalyzer.app.grafana.BoardFiles.Target;
import io.gatewayanalyzer.app.grafana.PromQl.Selector;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reads well in JSON and badly on a screen: each was seen in a running Grafana. */
class BoardLooksTest {
  /** Neither good nor bad. */
  private static final String GREY = "#6e7580";

  /** Of one of the 24 columns, in a window of 1400 pixels. */
  private static final int COLUMN_PIXELS = 57;

  /** What margins and the signs for description and links take of a title's line. */
  private static final int BESIDE_TITLE_PIXELS = 50;

  private static final double LETTER_PIXELS = 7.2;

  /** A logarithmic axis writes that word beside every line that has no number. */
  @Test
  void shouldHaveNoWordForNothingOnLogarithmicAxes() {
    // Given
    List<Panel> panels = BoardFiles.panels();

    // When
    List<Panel> logarithmic = panels.stream().filter(BoardsTest::logarithmic).toList();

    // Then
    assertThat(logarithmic)
        .isNotEmpty()
        .noneMatch(panel -> panel.defaults().has("noValue"))
        .allMatch(panel -> panel.json().path("description").asText().contains("**Do:** "));
  }

  /** Else it has the colour of the lowest value, and who knows nothing is told the worst. */
  @Test
  void shouldBeNeitherGoodNorBadWhereNothingIsKnown() {
    // Given
    List<Panel> stats =
        BoardFiles.panels().stream().filter(panel -> panel.type().equals("stat")).toList();

    // When
    assertSoftly(
        softly -> {
          for (Panel panel : stats) {
            List<JsonNode> ofNull =
                BoardFiles.list(panel.defaults().path("mappings"))
                    .map(mapping -> mapping.path("options"))
                    .filter(options -> options.path("match").asText().equals("null+nan"))
                    .map(options -> options.path("result"))
                    .toList();

            // Then
            softly.assertThat(ofNull).as("%s", panel).hasSize(1);
            softly
                .assertThat(ofNull)
                .as("%s", panel)
                .allMatch(result -> result.path("color").asText().equals(GREY))
                .allMatch(result -> result.path("text").equals(panel.defaults().path("noValue")));
          }
        });
  }

  /** Regions hide the lines below them for as long as an alert lasts: there is a panel for that. */
  @Test
  void shouldMarkOnlyWhereSomethingBegins() {
    // Given
    List<Board> boards = BoardFiles.all();

    // When
    Stream<JsonNode> marks = boards.stream().flatMap(board -> board.annotations().stream());

    // Then
    assertThat(marks)
        .isNotEmpty()
        .noneMatch(mark -> mark.has("step"))
        .noneMatch(mark -> mark.path("useValueForTime").asBoolean(true))
        .allMatch(mark -> mark.path("expr").asText().contains(" unless "))
        .allMatch(mark -> mark.path("expr").asText().contains(" offset $__interval"))
        .allMatch(mark -> mark.path("enable").asBoolean() == marksUnasked(mark));
  }

  /** A minute after an outage its rate is nothing, and the table would say that nobody lost. */
  @Test
  void shouldCountInTablesOverTheTimeShown() {
    // Given
    List<Target> tables =
        BoardFiles.targets().stream()
            .filter(target -> target.panel().type().equals("table"))
            .toList();

    // When
    Stream<Selector> counted =
        tables.stream()
            .flatMap(target -> PromQl.of(target.expr()).selectors().stream())
            .filter(Selector::counts);

    // Then
    assertThat(counted).isNotEmpty().allMatch(selector -> "$__range".equals(selector.range()));
  }

  /** Everything that is scraped has these, Prometheus too. */
  @Test
  void shouldShowTheProcessesOfTheAnalyzerOnly() {
    // Given
    Set<String> job = Set.of("=\"gateway-analyzer\"");

    // When
    Stream<Selector> processes =
        BoardFiles.targets().stream()
            .flatMap(target -> PromQl.of(target.expr()).selectors().stream())
            .filter(selector -> selector.name().matches("(jvm|process)_.*|up"));

    // Then
    assertThat(processes)
        .isNotEmpty()
        .allMatch(selector -> job.contains(selector.matchers().getOrDefault("job", "")));
  }

  @Test
  void shouldHaveRoomForTheirTitles() {
    // Given
    List<Panel> panels = BoardFiles.panels();

    // When
    assertSoftly(
        softly -> {
          for (Panel panel : panels) {
            int width = panel.json().path("gridPos").path("w").asInt() * COLUMN_PIXELS;
            double letters = (width - BESIDE_TITLE_PIXELS) / LETTER_PIXELS;

            // Then
            softly
                .assertThat((double) panel.title().length())
                .as("%s", panel)
                .isLessThanOrEqualTo(letters);
          }
        });
  }

  private static boolean marksUnasked(JsonNode mark) {
    String expr = mark.path("expr").asText();
    return expr.contains("severity=\"page\"") || expr.contains("llmgw_build_info");
  }
}
