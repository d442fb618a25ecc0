package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandIT {
  @Test
  void shouldShowAllFourGatewaysAndEndByItself() {
    // when
    Invocation run = Invocation.of(Clock.systemUTC(), new byte[0], "demo", "--for", "4s");

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
}
