package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.grafana.BoardFiles.Board;
import io.gatewayanalyzer.app.grafana.BoardFiles.Target;
import io.gatewayanalyzer.app.grafana.PrometheusTool.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asks Prometheus's own promtool; skipped where there is none, or one too old for the rules. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PrometheusRulesTest {
  @TempDir private static Path directory;

  private static PrometheusTool promtool;

  @BeforeAll
  static void find() throws Exception {
    promtool = PrometheusTool.find("promtool", directory);
  }

  @Test
  void shouldFindNothingWrongWithTheRules() throws Exception {
    // Given
    List<Path> files = RuleFiles.rules();

    // When
    Answer answer = promtool.ask(List.of("check", "rules"), files);

    // Then
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output().lines().filter(line -> line.contains("SUCCESS")))
        .hasSameSizeAs(files);
  }

  @Test
  void shouldFireAndBeSilentAsTheTestsOfTheRulesSay() throws Exception {
    // Given
    List<Path> files = RuleFiles.tests();

    // When
    Answer answer = promtool.ask(List.of("test", "rules"), files);

    // Then
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output().lines().filter(line -> line.contains("SUCCESS")))
        .hasSameSizeAs(files);
  }

  /** What a board asks is checked as if it were recorded: a mistake names its line. */
  @Test
  void shouldParseWhatTheBoardsAsk() throws Exception {
    // Given
    List<String> exprs = asked().toList();
    StringBuilder rules = new StringBuilder("groups:\n  - name: boards\n    rules:\n");
    for (int i = 0; i < exprs.size(); i++) {
      rules.append("      - record: board:expression:").append(i).append("\n        expr: |-\n");
      rules.append("          ").append(exprs.get(i)).append('\n');
    }
    Path file = Files.writeString(directory.resolve("boards.yml"), rules);

    // When
    Answer answer = promtool.ask(List.of("check", "rules"), List.of(file));

    // Then
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output()).contains(exprs.size() + " rules found");
  }

  private static Stream<String> asked() {
    return Stream.concat(
            BoardFiles.targets().stream().map(Target::expr),
            BoardFiles.all().stream()
                .map(Board::annotations)
                .flatMap(List::stream)
                .map(annotation -> annotation.path("expr").asText()))
        .map(expr -> BoardFiles.asGrafanaAsks(expr, "1m", "1h"));
  }
}
