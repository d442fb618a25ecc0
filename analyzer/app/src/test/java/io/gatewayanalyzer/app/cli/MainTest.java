package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "analyze",
        "run",
        "classify",
        "explain",
        "audit",
        "catalog",
        "catalog list",
        "catalog lint",
        "topology",
        "metrics"
      })
  void shouldTeachEachCommandByExample(String command) {
    // when
    Invocation help = Invocation.of("", (command + " --help").split(" "));

    // then
    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).contains("Examples:").contains("  gateway-analyzer " + command);
    assertThat(help.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void shouldShowEveryCommandInHelp() {
    // when
    Invocation help = Invocation.of("", "--help");

    // then
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains(
            "demo",
            "analyze",
            "run",
            "classify",
            "explain",
            "audit",
            "catalog",
            "topology",
            "metrics");
  }

  @Test
  void shouldShowTheVersion() {
    // when
    Invocation version = Invocation.of("", "--version");

    // then
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("gateway-analyzer ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "analize|did you mean",
        "analyze --jsn x|--jsn",
        "analyze|FILE",
        "analyze /no/such/file|/no/such/file",
        "analyze --catalog /no/such/dir x.ndjson|x.ndjson",
        "explain /no/such/file|/no/such/file",
        "classify --catalog /no/such/dir|/no/such/dir",
        "catalog|list or lint",
        "catalog lint /no/such/dir|/no/such/dir",
        "catalog list --sender nobody|anannas",
        "catalog list --category nothing|rate_limited",
        "demo --for soon|30s",
        "demo --rate 0|1 to 100000",
        "demo --write /no/such/f --bootstrap-servers localhost:1|--write",
        "demo --write /no/such/f --traffic-only|--traffic-only: a broker or a file, not both",
        "demo --traffic-only --bootstrap-servers localhost:1|--traffic-only: a broker or a cluster",
        "demo --http-port 0 --write /no/such/f|--http-port, --http-host: nothing is analyzed with --write",
        "demo --http-host ::1 --traffic-only|nothing is analyzed with --traffic-only",
        "demo --alerts /no/such/f --bootstrap-servers localhost:1|--alerts: nothing is analyzed with a cluster",
        "demo --alerts /no/such/f --traffic-only|--alerts: nothing is analyzed with --traffic-only",
        "demo --scene nope|--scene: nope; accepted: mixed, incidents, calm",
        "run|--bootstrap-servers",
        "run --config /no/such/file|/no/such/file",
        "audit|--bootstrap-servers",
        "topology --config /no/such/file|/no/such/file",
        "explain --header nonsense|NAME:VALUE"
      })
  void shouldAnswerWrongUsageInOneLine(String arguments, String named) {
    // when
    Invocation wrong = Invocation.of("{}", arguments.split(" "));

    // then
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.errLines()).hasSize(1);
    assertThat(wrong.err()).contains(named);
  }

  @Test
  void shouldAddTheStackWhenVerbose() {
    // when
    Invocation wrong = Invocation.of("", "analyze", "--verbose", "/no/such/file");

    // then
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("no such file: /no/such/file").contains("\tat ");
  }
}
