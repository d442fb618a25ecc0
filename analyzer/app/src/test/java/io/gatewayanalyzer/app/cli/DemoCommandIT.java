package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.run.InputProgress;
import io.gatewayanalyzer.app.run.Kafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandIT {
  @Test
  void shouldShowAllFourGatewaysAndEndByItself() {
    // when
    Invocation run =
        Invocation.of(Clock.systemUTC(), new byte[0], "demo", "--for", "4s", "--http-port", "0");

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("done for ", "402 IN DISGUISE", "ATTEMPTS EACH", "OUTCOME")
        .contains("  a15t ", "  anannas ", "  nagaai ", "  toprouter ")
        .containsPattern(
            "open +[0-9.]+ (s|min) +page +CreditExhausted +nagaai/globex +globex at nagaai is out");
  }

  @Test
  void shouldWriteTheSameFileForTheSameSeed(@TempDir Path directory) throws Exception {
    // given
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    Invocation.of("", "demo", "--write", first.toString(), "--records", "300", "--seed", "5");

    // when
    Invocation.of("", "demo", "--write", second.toString(), "--records", "300", "--seed", "5");

    // then
    assertThat(Files.readAllLines(second, java.nio.charset.StandardCharsets.ISO_8859_1))
        .hasSize(300);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void shouldRefuseToWriteWhereThereIsNoDirectory(@TempDir Path directory) {
    // given
    Path file = directory.resolve("nowhere").resolve("traffic.ndjson");

    // when
    Invocation run = Invocation.of("", "demo", "--write", file.toString());

    // then
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "gateway-analyzer: --write: cannot write "
                + file
                + "; accepted: a file in a directory that is there");
  }

  @Test
  void shouldSendTrafficIntoAClusterThatIsThere() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      // given
      String servers = broker.bootstrapServers();

      // when
      Invocation run =
          Invocation.of(
              Clock.systemUTC(),
              new byte[0],
              "demo",
              "--bootstrap-servers",
              servers,
              "--rate",
              "200",
              "--for",
              "2s");

      // then
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).contains("sending to llmgw.raw.requests.v1 at " + servers);
      Matcher sent = Pattern.compile("sent (\\d+) records").matcher(run.err());
      assertThat(sent.find()).isTrue();
      assertThat(Long.parseLong(sent.group(1))).isPositive().isEqualTo(records(servers));
    }
  }

  @Test
  void shouldSayInOneLineThatNoKafkaIsThereForTheTraffic() {
    // when
    Invocation run = Invocation.of("", "demo", "--bootstrap-servers", "localhost:1");

    // then
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("localhost:1");
  }

  @Test
  void shouldWriteToAFileOrToAClusterButNotToBoth(@TempDir Path directory) {
    // when
    Invocation run =
        Invocation.of(
            "",
            "demo",
            "--write",
            directory.resolve("traffic.ndjson").toString(),
            "--bootstrap-servers",
            "localhost:1");

    // then
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "gateway-analyzer: --write: a file or a cluster, not both; accepted: one of them");
  }

  private static long records(String servers) throws Exception {
    AnalyzerConfig config = AnalyzerConfig.defaults().withBootstrapServers(servers);
    try (Admin admin = Kafka.connect(config)) {
      InputProgress progress = new InputProgress(admin, config.applicationId());
      return progress.ends("llmgw.raw.requests.v1").values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }
}
