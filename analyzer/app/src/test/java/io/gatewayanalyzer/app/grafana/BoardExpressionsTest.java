package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.gatewayanalyzer.app.grafana.BoardFiles.Board;
import io.gatewayanalyzer.app.grafana.BoardFiles.Target;
import io.gatewayanalyzer.app.grafana.PromQl.Selector;
import io.gatewayanalyzer.app.grafana.RuleFiles.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the expressions of boards read, and how. */
class BoardExpressionsTest {
  private static final Set<String> RANGES = Set.of("$__rate_interval", "$__range");
  private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

  /** What may stand right of a division: a number, or what cannot be zero. */
  private static final Pattern DIVISION =
      Pattern.compile("/ (?:on \\([^)]*\\) group_left \\(\\) )?(?=(\\d|clamp_min\\(|\\()(.*))");

  @Test
  void shouldReadOnlyMetricsAndLabelsOfTheCatalogue() {
    // Given
    Catalogue catalogue = Catalogue.read();

    // When
    List<String> exprs = Stream.concat(ofBoards(), ofRules()).toList();

    // Then
    assertSoftly(
        softly -> {
          for (String expr : exprs) {
            PromQl read = PromQl.of(expr);
            Set<String> labels = new TreeSet<>(read.made());
            for (Selector selector : read.selectors()) {
              softly.assertThat(catalogue.series()).as(expr).contains(selector.name());
              softly
                  .assertThat(catalogue.labels(selector.name()))
                  .as("%s in %s", selector.name(), expr)
                  .containsAll(selector.matchers().keySet());
              labels.addAll(catalogue.labels(selector.name()));
            }
            softly.assertThat(labels).as(expr).containsAll(read.groupings());
          }
        });
  }

  @Test
  void shouldShowEveryMetricSomewhere() {
    // Given
    Catalogue catalogue = Catalogue.read();

    // When
    Set<String> shown =
        Stream.concat(ofBoards(), ofRules())
            .flatMap(expr -> PromQl.of(expr).selectors().stream())
            .map(selector -> catalogue.family(selector.name()))
            .collect(Collectors.toCollection(TreeSet::new));

    // Then
    assertThat(shown).containsAll(catalogue.families());
  }

  @Test
  void shouldReadRatesAndNeverLifetimes() {
    // Given
    List<Target> targets = BoardFiles.targets();

    // When
    assertSoftly(
        softly -> {
          for (Target target : targets) {
            PromQl read = PromQl.of(target.expr());

            // Then
            softly
                .assertThat(read.selectors().stream().filter(Selector::counts))
                .as("%s", target)
                .allMatch(selector -> selector.range() != null);
            softly.assertThat(RANGES).as("%s", target).containsAll(read.ranges());
          }
        });
  }

  @Test
  void shouldDivideOnlyByWhatIsThere() {
    // Given
    List<Target> targets =
        BoardFiles.targets().stream().filter(target -> target.expr().contains("/ ")).toList();

    // When
    assertSoftly(
        softly -> {
          for (Target target : targets) {
            String expr = target.expr().replaceAll("\"[^\"]*\"", "\"\"");
            List<MatchResult> divisions = DIVISION.matcher(expr).results().toList();

            // Then
            softly
                .assertThat(divisions)
                .as("%s", target)
                .hasSize(expr.split("/ ", -1).length - 1)
                .allMatch(
                    division ->
                        !division.group(1).equals("(")
                            || firstParenthesis("(" + division.group(2)).endsWith("> 0"));
          }
        });
  }

  /** A variable narrows all that an expression reads or nothing of it: else shares are wrong. */
  @Test
  void shouldNarrowEverythingAnExpressionReadsByTheSameVariables() {
    // Given
    Catalogue catalogue = Catalogue.read();

    // When
    assertSoftly(
        softly -> {
          for (Target target : BoardFiles.targets()) {
            List<Selector> narrowed =
                PromQl.of(target.expr()).selectors().stream()
                    .filter(selector -> !selector.name().equals("ALERTS"))
                    .filter(selector -> !selector.name().equals("llmgw_alert_firing"))
                    .toList();
            for (String variable : target.panel().board().labelVariables()) {
              boolean all =
                  narrowed.stream()
                      .allMatch(selector -> catalogue.labels(selector.name()).contains(variable));

              // Then
              softly
                  .assertThat(narrowed)
                  .as("%s by %s", target, variable)
                  .allMatch(
                      selector ->
                          all == byVariable(variable).equals(selector.matchers().get(variable)));
            }
          }
        });
  }

  @Test
  void shouldNameInLegendsWhatIsGroupedBy() {
    // Given
    Catalogue catalogue = Catalogue.read();

    // When
    assertSoftly(
        softly -> {
          for (Target target : BoardFiles.targets()) {
            PromQl read = PromQl.of(target.expr());
            Set<String> left = new TreeSet<>(read.groupings());
            read.selectors().stream()
                .filter(selector -> selector.name().contains(":"))
                .forEach(selector -> left.addAll(catalogue.labels(selector.name())));

            // Then
            softly
                .assertThat(left)
                .as("%s", target)
                .containsAll(named(target.json().path("legendFormat").asText()));
          }
        });
  }

  /** Exemplars cost a query: asked for where a line is of failures that have one each. */
  @Test
  void shouldLeadFromLinesOfFailuresToTraces() {
    // Given
    Set<String> failures = Set.of("category!=\"\"", "phase!=\"\"");

    // When
    List<Target> lines =
        BoardFiles.targets().stream()
            .filter(target -> !target.instant() && !target.expr().contains("/ "))
            .filter(
                target ->
                    failures.stream().anyMatch(target.expr()::contains)
                        || target.expr().contains("llmgw_insufficient_credits_total")
                        || target.expr().startsWith("sum by (outcome)"))
            .toList();

    // Then
    assertThat(lines)
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(target -> target.json().path("exemplar").asBoolean());
  }

  private static Stream<String> ofBoards() {
    return Stream.concat(
        BoardFiles.targets().stream().map(Target::expr),
        BoardFiles.all().stream()
            .map(Board::annotations)
            .flatMap(List::stream)
            .map(annotation -> annotation.path("expr").asText()));
  }

  private static Stream<String> ofRules() {
    return RuleFiles.all().stream().map(Rule::expr);
  }

  private static String byVariable(String variable) {
    return "=~\"$" + variable + '"';
  }

  private static List<String> named(String legend) {
    List<String> names = new ArrayList<>();
    IN_LEGEND.matcher(legend).results().forEach(name -> names.add(name.group(1)));
    return names;
  }

  /** What stands in the parentheses that the text begins with. */
  private static String firstParenthesis(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return text.substring(1, i).strip();
      }
    }
    return text;
  }
}
