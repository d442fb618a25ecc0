package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.grafana.RuleFiles.Rule;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What promtool does not ask: that names, labels, pages and metrics are those of the product. */
class AlertRulesTest {
  /** What only somebody outside can say of the analyzer begins like this. */
  static final String OF_THE_ANALYZER = "Analyzer";

  private static final String REPORTED = "AnalyzerAlertFiring";
  private static final Pattern RECORDED = Pattern.compile("[a-z_]+:[a-z0-9_]+:[a-z0-9_]+");
  private static final Pattern METRIC = Pattern.compile("(?<![:\\w])llmgw_[a-z0-9_]+(?![:\\w])");
  private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(llmgw_[a-z_]+)` \\| (\\w+)");

  @Test
  void shouldStandForEachPolicy() {
    // Given
    Set<String> policies = new TreeSet<>(AlertSettings.NAMES);

    // When
    Set<String> alerts =
        RuleFiles.alerts().stream().map(Rule::alert).collect(Collectors.toCollection(TreeSet::new));

    // Then
    assertThat(alerts.stream().filter(name -> !name.startsWith(OF_THE_ANALYZER)))
        .containsExactlyElementsOf(policies);
  }

  @Test
  void shouldSayHowUrgentItIsAndWhatToDo() {
    // Given
    List<String> severities = Arrays.stream(Severity.values()).map(Severity::wire).toList();

    // When
    List<Rule> alerts = RuleFiles.alerts();

    // Then
    SoftAssertions.assertSoftly(
        softly -> {
          for (Rule alert : alerts) {
            boolean reported = alert.alert().equals(REPORTED);
            String page = reported ? "{{ $labels.reported }}" : alert.alert();
            softly
                .assertThat(alert.labels().get("severity"))
                .satisfiesAnyOf(
                    severity -> assertThat(severity).isIn(severities),
                    severity -> assertThat(reported).isTrue());
            softly
                .assertThat(alert.labels())
                .containsEntry("source", reported ? "report" : "scrape");
            softly
                .assertThat(alert.annotations())
                .containsOnlyKeys("summary", "description", "runbook_url")
                .containsEntry("runbook_url", "docs/runbooks/" + page + ".md");
          }
        });
  }

  @Test
  void shouldBeSeenFiringInATest() {
    // Given
    Set<String> alerts = RuleFiles.alerts().stream().map(Rule::alert).collect(Collectors.toSet());

    // When
    List<String> tested = RuleFiles.tested();

    // Then
    assertThat(tested).containsAll(alerts);
  }

  @Test
  void shouldReadTheMetricsThatAreDocumentedAndNoOthers() throws IOException {
    // Given
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(RuleFiles.DIRECTORY.resolve("README.md"))) {
      DOCUMENTED.matcher(line).results().forEach(row -> documented.addAll(series(row)));
    }

    // When
    Set<String> read =
        RuleFiles.all().stream()
            .flatMap(rule -> METRIC.matcher(rule.expr()).results())
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));

    // Then
    assertThat(documented).containsAll(read);
    assertThat(read.stream().map(AlertRulesTest::family))
        .containsAll(documented.stream().map(AlertRulesTest::family).toList());
  }

  @Test
  void shouldReadWhatIsRecordedAndRecordWhatIsRead() {
    // Given
    List<Rule> all = RuleFiles.all();

    // When
    List<String> recorded = all.stream().map(Rule::record).filter(name -> name != null).toList();

    // Then
    assertThat(recorded).doesNotHaveDuplicates().allMatch(RECORDED.asMatchPredicate());
    assertThat(
            all.stream()
                .flatMap(rule -> RECORDED.matcher(rule.expr()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(recorded);
  }

  private static List<String> series(MatchResult row) {
    String name = row.group(1);
    List<String> series = new ArrayList<>(List.of(name));
    if (row.group(2).equals("histogram")) {
      series = List.of(name + "_bucket", name + "_sum", name + "_count");
    }
    return series;
  }

  private static String family(String series) {
    return series.replaceFirst("_(bucket|sum|count)$", "");
  }
}
