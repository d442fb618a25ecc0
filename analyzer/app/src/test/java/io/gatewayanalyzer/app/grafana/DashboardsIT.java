package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayanalyzer.app.grafana.BoardFiles.Target;
import io.gatewayanalyzer.app.grafana.PromQl.Selector;
import io.gatewayanalyzer.app.grafana.PrometheusTool.Answer;
import io.gatewayanalyzer.app.grafana.RuleFiles.Rule;
import io.gatewayanalyzer.app.run.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real demo, scraped by a real Prometheus with our rules: whatever a board or a rule asks has
 * an answer. Skipped where Prometheus is not installed.
 */
@Tag("slow")
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class DashboardsIT {
  /** What must not have data here, and why. */
  private static final Map<String, String> EMPTY =
      Map.of(
          "alertname=~\"Analyzer.+\"", "nothing is wrong with the analyzer",
          ":increase5m{credit_scope=\"key\"}", "no key of the demo has a budget of its own",
          ":increase5m{credit_scope!~", "each refusal says what ran out");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (llmgw_\\w+) (\\w+)$");

  @TempDir private static Path directory;

  private static PrometheusTool promtool;
  private static RunningDemo demo;
  private static PrometheusServer prometheus;

  @BeforeAll
  static void start() throws Exception {
    promtool = PrometheusTool.find("promtool", directory);
    PrometheusTool program = PrometheusTool.find("prometheus", directory);
    demo = RunningDemo.start(directory);
    prometheus = PrometheusServer.start(program, demo.metrics());
  }

  @AfterAll
  static void stop() throws Exception {
    if (prometheus != null) {
      prometheus.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void shouldAnswerWhatEveryPanelAsks() throws Exception {
    // Given
    Set<String> asked = new LinkedHashSet<>();
    BoardFiles.targets().stream().map(Target::expr).forEach(asked::add);
    BoardFiles.all().stream()
        .flatMap(board -> board.annotations().stream())
        .forEach(annotation -> asked.add(marked(annotation.path("expr").asText())));

    // When
    Set<String> unanswered = unanswered(asked);

    // Then
    assertThat(unanswered).allMatch(DashboardsIT::mayBeEmpty);
    assertThat(asked).filteredOn(DashboardsIT::mayBeEmpty).isSubsetOf(unanswered);
  }

  /** What alerts is seldom true; what it is made of has to be there. */
  @Test
  void shouldHaveWhatEveryRuleReads() throws Exception {
    // Given
    Set<String> read = new LinkedHashSet<>();
    for (Rule rule : RuleFiles.all()) {
      read.addAll(rule.record() == null ? read(rule.expr()) : List.of(rule.record()));
    }

    // When
    Set<String> unanswered = unanswered(read);

    // Then
    assertThat(unanswered).allMatch(DashboardsIT::mayBeEmpty);
    assertThat(read).filteredOn(DashboardsIT::mayBeEmpty).isSubsetOf(unanswered);
  }

  @Test
  void shouldLeadFromFailuresToTraces() throws Exception {
    // Given
    List<Target> lines =
        BoardFiles.targets().stream()
            .filter(target -> target.json().path("exemplar").asBoolean())
            .toList();

    // When
    for (Target line : lines) {
      String expr = BoardFiles.asGrafanaAsks(line.expr(), "15s", "10m");
      Eventually.until(
          PATIENCE, "exemplars of " + line, () -> !prometheus.exemplars(expr).isEmpty());

      // Then
      assertThat(prometheus.exemplars(expr).findValues("trace_id"))
          .isNotEmpty()
          .extracting(JsonNode::asText)
          .allMatch(id -> id.matches("[0-9a-f]{32}"));
    }
  }

  @Test
  void shouldExposeWhatIsDocumentedInGoodStyle() throws Exception {
    // Given
    unanswered(
        new LinkedHashSet<>(List.of("llmgw_credit_runway_seconds", "llmgw_rate_limited_total")));
    String scraped = demo.scraped();
    Path file = Files.writeString(directory.resolve("scraped.txt"), scraped);

    // When
    Answer answer = promtool.reading(file, List.of("check", "metrics"));

    // Then
    assertThat(answer.output()).isEmpty();
    assertThat(answer.exitCode()).isZero();
    assertThat(
            FAMILY
                .matcher(scraped)
                .results()
                .map(type -> type.group(1))
                .collect(Collectors.toSet()))
        .isEqualTo(Catalogue.read().families());
  }

  /** Asks until everything that must have data had some, once; what had none is returned. */
  private static Set<String> unanswered(Set<String> asked) throws Exception {
    Set<String> waiting = new TreeSet<>(asked);
    try {
      Eventually.until(
          PATIENCE,
          "data",
          () -> {
            for (String expr : List.copyOf(waiting)) {
              if (prometheus.hasData(BoardFiles.asGrafanaAsks(expr, "15s", "10m"))) {
                waiting.remove(expr);
              }
            }
            return waiting.stream().allMatch(DashboardsIT::mayBeEmpty);
          });
    } catch (AssertionError late) {
      // What is missing says more.
      return waiting;
    }
    return waiting;
  }

  /** A mark is there for a moment only, where something begins; that it lasts can be asked. */
  private static String marked(String expr) {
    return expr.substring(0, expr.indexOf(" unless "));
  }

  private static List<String> read(String expr) {
    return PromQl.of(expr).selectors().stream()
        .filter(selector -> !selector.name().equals("ALERTS"))
        .map(Selector::text)
        .toList();
  }

  private static boolean mayBeEmpty(String expr) {
    return EMPTY.keySet().stream().anyMatch(expr::contains);
  }
}
