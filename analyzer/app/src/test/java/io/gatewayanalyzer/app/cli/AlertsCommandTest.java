package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.report.AlertRow;
import io.gatewayanalyzer.app.report.AlertRows;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsCommandTest {
  @TempDir private Path directory;

  @Test
  void shouldShowEveryAlertWithItsNumbers() {
    // When
    Invocation run = Invocation.of("", "alerts", "show");

    // Then
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0)).matches("ALERT +OF ONE +SEVERITY +FIRES +ENDS");
    assertThat(run.outLines())
        .hasSize(19)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "ProviderOutage +provider +page +50 % of 20 attempts or more fail in 2 min"
                            + " +below 25 % for 2 min"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "ErrorBudgetBurn +availability, 99 % of operations +page +the budget burns 14.4 times"
                            + " as fast as it may in 1 h and 5 min +below 11.52 for 5 min"));
  }

  @Test
  void shouldBeWhatTheDocumentSays() throws IOException {
    // Given
    List<String> document = Files.readAllLines(Path.of("..", "..", "docs", "alerts.md"));

    // When
    List<String> code =
        AlertRows.of(AlertSettings.defaults()).stream().map(AlertRow::toMarkdown).toList();

    // Then
    assertThat(document.stream().filter(line -> line.matches("\\| `[A-Z][A-Za-z]+` \\|.*")))
        .containsExactlyElementsOf(code);
  }

  @Test
  void shouldShowWhatAFileChanges() throws IOException {
    // Given
    Path file = file("ProviderOutage: {share: 40 %}\nBlindRetries: {enabled: false}\n");

    // When
    Invocation run = Invocation.of("", "alerts", "show", "--alerts", file.toString());

    // Then
    assertThat(run.out())
        .contains("40 % of 20 attempts")
        .containsPattern("BlindRetries +client +off");
  }

  @Test
  void shouldShowSettingsAsJson() {
    // When
    Invocation run = Invocation.of("", "alerts", "show", "--json");

    // Then
    assertThat(run.out())
        .startsWith(
            "{\"credit_exhausted\":{\"account\":{\"events\":1,\"severity\":\"page\"},\"key\":")
        .contains(
            "\"provider_outage\":{\"share\":0.5,\"min_attempts\":20,\"window_ms\":120000,"
                + "\"leave_share\":0.25,\"leave_for_ms\":120000,\"severity\":\"page\"}")
        .contains("\"slos\":[{\"name\":\"availability\",\"objective\":0.99,\"of\":\"operations\"")
        .contains("\"off\":[]");
  }

  @Test
  void shouldFindNoMistakeInTheShippedDefaults() {
    // When
    Invocation run = Invocation.of("", "alerts", "lint", "../../config/alerts.yaml");

    // Then
    assertThat(run.out())
        .isEqualToIgnoringNewLines("../../config/alerts.yaml: no mistakes: 9 policies, 1 SLO");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void shouldNameFileLineKeyAndWhatIsAcceptedOfAMistake() throws IOException {
    // Given
    Path wrong = file("RetryStorm:\n  ratio: a lot\n");

    // When
    Invocation run =
        Invocation.of("", "alerts", "lint", wrong.toString(), "../../config/alerts.yaml");

    // Then
    assertThat(run.outLines())
        .containsExactly(
            wrong + ":2: key 'RetryStorm.ratio': got 'a lot'; accepted: a number such as 1.2",
            "../../config/alerts.yaml: no mistakes: 9 policies, 1 SLO");
    assertThat(run.err()).isEqualToIgnoringNewLines("gateway-analyzer: 1 mistake");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void shouldNotFindAFileThatIsNotThere() {
    // When
    Invocation run = Invocation.of("", "alerts", "lint", "no/such.yaml");

    // Then
    assertThat(run.out())
        .isEqualToIgnoringNewLines("no/such.yaml: cannot be read; accepted: a readable UTF-8 file");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void shouldSayWhatIsSwitchedOff() throws IOException {
    // Given
    Path file = file("BlindRetries: {enabled: false}\nslos: []\n");

    // When
    Invocation run = Invocation.of("", "alerts", "lint", file.toString());

    // Then
    assertThat(run.out())
        .isEqualToIgnoringNewLines(file + ": no mistakes: 8 policies, 0 SLOs, off: BlindRetries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# ratio: 1.5\n", "{}", "RetryStorm:\n  # ratio: 1.5\n"})
  void shouldSayThatAFileSetsNothing(String yaml) throws IOException {
    // Given
    Path file = file(yaml);

    // When
    Invocation run = Invocation.of("", "alerts", "lint", file.toString());

    // Then
    assertThat(run.out())
        .isEqualToIgnoringNewLines(file + ": sets nothing, all defaults hold: 9 policies, 1 SLO");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void shouldRefuseToShowAFileThatIsNotThere() {
    // When
    Invocation run = Invocation.of("", "alerts", "show", "--alerts", "no/such.yaml");

    // Then
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "gateway-analyzer: no such file of alert settings: no/such.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze -", "demo", "run --bootstrap-servers 127.0.0.1:1"})
  void shouldRefuseAWrongFileBeforeAnythingStarts(String command) throws IOException {
    // Given
    Path wrong = file("BlindRetries: {window: 7s}\n");
    String[] words = (command + " --alerts " + wrong).split(" ");

    // When
    Invocation run = Invocation.of("", words);

    // Then
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "gateway-analyzer: "
                + wrong
                + ":1: key 'BlindRetries.window': got '7s'; accepted: from 10s to 1h, in steps of"
                + " 10s");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void shouldAskForAVerb() {
    // When
    Invocation run = Invocation.of("", "alerts");

    // Then
    assertThat(run.err()).contains("alerts needs show or lint");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("mine.yaml"), yaml);
  }
}
