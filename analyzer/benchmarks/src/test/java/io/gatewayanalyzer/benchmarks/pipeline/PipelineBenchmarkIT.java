package io.gatewayanalyzer.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PipelineBenchmarkIT {
  @Test
  void shouldMeasureBothLinesOverTheSameRecords(@TempDir Path directory) throws Exception {
    // Given
    PipelineBenchmark benchmark = new PipelineBenchmark();
    new CommandLine(benchmark)
        .setOut(new PrintWriter(new StringWriter()))
        .parseArgs(
            "--records",
            "2000",
            "--rounds",
            "1",
            "--mix",
            "harsh",
            "--directory",
            directory.toString());

    // When
    Results results = benchmark.measure();

    // Then
    assertThat(results.rounds())
        .singleElement()
        .satisfies(
            round -> {
              assertThat(round.base().records()).isEqualTo(2_000);
              assertThat(round.measured().records()).isEqualTo(2_000);
            });
    assertThat(results.ratio().value()).isPositive();
  }
}
