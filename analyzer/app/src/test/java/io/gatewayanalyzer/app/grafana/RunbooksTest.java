package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.grafana.RuleFiles.Rule;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is woken finds the page, and on it what every page has. */
class RunbooksTest {
  private static final Path DIRECTORY = Path.of("..", "..", "docs", "runbooks");
  private static final String INDEX = "README.md";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void shouldHaveAPageForEachAlertAndNoOther() throws IOException {
    // Given
    Set<String> alerts = new TreeSet<>(AlertSettings.NAMES);
    RuleFiles.alerts().stream().map(Rule::alert).forEach(alerts::add);

    // When
    Set<String> pages = new TreeSet<>();
    for (Path page : pages()) {
      pages.add(page.getFileName().toString().replace(".md", ""));
    }

    // Then
    assertThat(pages).isEqualTo(alerts);
    assertThat(Files.readAllLines(DIRECTORY.resolve(INDEX)))
        .filteredOn(line -> line.startsWith("| ["))
        .extracting(line -> line.substring(3, line.indexOf(']')))
        .containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void shouldHaveTheSameChaptersOnEachPageAndACommand() throws IOException {
    // Given
    List<Path> pages = pages();

    // When
    for (Path page : pages) {
      List<String> lines = Files.readAllLines(page);

      // Then
      assertThat(lines.stream().filter(line -> line.startsWith("#")))
          .as(page.toString())
          .containsExactly(
              "# " + page.getFileName().toString().replace(".md", ""),
              "## Why the status would have misled you",
              "## Make sure",
              "## Do first",
              "## Then",
              "## It ends",
              "## Tune",
              "## It is not");
      if (!page.endsWith("AnalyzerAlertFiring.md")) {
        assertThat(lines).as(page.toString()).anyMatch(line -> line.startsWith("1. "));
      }
      assertThat(lines).as(page.toString()).contains("```sh");
    }
  }

  @Test
  void shouldLeadNowhereThatIsNotThere() throws IOException {
    // Given
    List<Path> documents =
        Stream.concat(
                pages().stream(),
                Stream.of(DIRECTORY.resolve(INDEX), RuleFiles.DIRECTORY.resolve(INDEX)))
            .toList();

    // When
    List<Path> targets =
        documents.stream()
            .flatMap(
                page ->
                    LINK.matcher(read(page))
                        .results()
                        .map(link -> page.resolveSibling(link.group(1)).normalize()))
            .toList();

    // Then
    assertThat(targets).hasSizeGreaterThan(documents.size()).allMatch(Files::exists);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.filter(file -> !file.endsWith(INDEX)).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
