package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatewayanalyzer.app.grafana.BoardFiles.Board;
import io.gatewayanalyzer.app.grafana.BoardFiles.Panel;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links of panels lead to boards and data sources that are there, with what they are about. */
class LinksTest {
  private static final Pattern BOARD = Pattern.compile("/d/([\\w-]+)\\?(.*)");
  private static final Pattern EXPLORE = Pattern.compile("/explore\\?.*&panes=(.*)");
  private static final Pattern LABEL =
      Pattern.compile("\\$\\{__(?:field\\.labels|data\\.fields)\\.(\\w+)}");
  private static final Pattern VARIABLE = Pattern.compile("var-(\\w+)=");

  @Test
  void shouldLeadToBoardsThatAreThereForTheSameTime() {
    // Given
    Set<String> uids = BoardFiles.all().stream().map(Board::uid).collect(Collectors.toSet());
    Set<String> variables =
        BoardFiles.all().get(0).variables().stream()
            .map(variable -> variable.path("name").asText())
            .collect(Collectors.toSet());

    // When
    List<MatchResult> links = urls().stream().flatMap(url -> BOARD.matcher(url).results()).toList();

    // Then
    assertThat(links)
        .isNotEmpty()
        .allSatisfy(
            link -> {
              assertThat(uids).contains(link.group(1));
              assertThat(link.group(2))
                  .contains("${__url_time_range}")
                  .containsPattern("\\$\\{(__all_variables|datasource:queryparam)}");
              assertThat(VARIABLE.matcher(link.group(2)).results().map(name -> name.group(1)))
                  .isSubsetOf(variables);
            });
  }

  @Test
  void shouldLeadToTracesOfTheSourceThatIsProvisioned() throws IOException {
    // Given
    List<String> panes = new ArrayList<>();
    for (String url : urls()) {
      EXPLORE.matcher(url).results().forEach(link -> panes.add(link.group(1)));
    }

    // When
    for (String encoded : panes) {
      String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      JsonNode pane = new ObjectMapper().readTree(decoded).path("a");

      // Then
      assertThat(pane.path("datasource").asText()).isEqualTo("tempo");
      assertThat(pane.path("range").path("from").asText()).isEqualTo("${__from}");
      assertThat(pane.path("queries").path(0).path("queryType").asText()).isEqualTo("traceql");
      assertThat(pane.path("queries").path(0).path("query").asText())
          .matches("\\{ span\\.llmgw\\.(category|outcome) = \"[\\w${}.]+\" }");
    }
    assertThat(panes).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void shouldPassOnLabelsThatThePanelHas() {
    // Given
    List<Panel> panels = BoardFiles.panels();

    // When
    assertSoftly(
        softly -> {
          for (Panel panel : panels) {
            Set<String> passedOn = new TreeSet<>();
            for (String url : urls(panel.json(), new ArrayList<>())) {
              LABEL.matcher(url).results().forEach(label -> passedOn.add(label.group(1)));
            }

            // Then
            softly
                .assertThat(panel.targets())
                .as("%s", panel)
                .allMatch(
                    target ->
                        target.expr().contains(":")
                            || PromQl.of(target.expr()).groupings().containsAll(passedOn));
          }
        });
  }

  private static List<String> urls() {
    List<String> urls = new ArrayList<>();
    BoardFiles.panels().forEach(panel -> urls(panel.json(), urls));
    assertThat(urls).allMatch(url -> url.startsWith("/d/") || url.startsWith("/explore?"));
    return urls;
  }

  /** Every {@code url} below, wherever it stands. */
  private static List<String> urls(JsonNode node, List<String> urls) {
    if (node.path("url").isTextual()) {
      urls.add(node.path("url").asText());
    }
    node.forEach(child -> urls(child, urls));
    return urls;
  }
}
