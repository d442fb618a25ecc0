package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/traces.md says what the spans carry, all of it and nothing else. */
class TracesPageTest {
  private static final Path PAGE = Path.of("../../docs/traces.md");
  private static final Pattern NAME = Pattern.compile("^ *([a-z_.]+) = ", Pattern.MULTILINE);

  @Test
  void shouldListEveryAttribute() throws IOException {
    // Given
    List<String> page = Files.readAllLines(PAGE);

    // When
    List<String> rows = SpanTable.all().stream().map(TracesPageTest::row).toList();

    // Then
    assertThat(page.stream().filter(line -> line.matches("\\| `[a-z_.]+` \\| [a-z]+ \\|.*")))
        .containsExactlyElementsOf(rows);
  }

  @Test
  void shouldShowTheTreesThatTheTestsReceive() throws IOException {
    // Given
    String page = Files.readString(PAGE);

    // When
    List<String> trees = List.of(tree("recovered"), tree("mid-stream"));

    // Then
    assertThat(trees).allSatisfy(tree -> assertThat(page).contains("```\n" + tree + "```\n"));
  }

  @Test
  void shouldKnowEveryAttributeOfTheTrees() throws IOException {
    // Given
    Set<String> known = new TreeSet<>();
    SpanTable.all().forEach(attribute -> known.add(attribute.key().getKey()));

    // When
    Matcher names = NAME.matcher(tree("recovered") + tree("mid-stream"));

    // Then
    assertThat(names.results().map(name -> name.group(1))).isSubsetOf(known);
  }

  private static String row(SpanAttribute<?> attribute) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            attribute.key().getKey(),
            attribute.key().getType().name().toLowerCase(Locale.ROOT),
            attribute.place().word(),
            attribute.says());
  }

  private static String tree(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/traces/" + name + ".txt"));
  }
}
