package io.gatewayanalyzer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.core.classify.Catalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OperationsIT {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final int COUNT = 600;
  private static final int HALF = 300;

  /** Operations that are always open: each is retried so many operations later. */
  private static final int APART = 20;

  private static final int PARTITIONS = 4;

  @Test
  @Timeout(300)
  void shouldBeTheSameAfterAKillInMidOperation(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster()) {
      // Given
      cluster.send(Operations.attempts(0, HALF, APART));
      Process killed = AnalyzerProcess.start(cluster.config().bootstrapServers(), state);
      Eventually.until(LONG, "some operations", () -> !Operations.closed(cluster).isEmpty());
      killed.destroyForcibly();
      assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(Operations.closed(cluster)).hasSizeLessThan(HALF);

      // When
      Process analyzer = AnalyzerProcess.start(cluster.config().bootstrapServers(), state);
      cluster.send(Operations.attempts(HALF, COUNT, APART));
      cluster.send(Operations.end(PARTITIONS));
      awaitAll(cluster);
      analyzer.destroy();

      // Then
      assertThat(analyzer.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(analyzer.exitValue()).isZero();
      assertThat(Operations.closed(cluster)).isEqualTo(Operations.expected(COUNT, APART));
    }
  }

  @Test
  @Timeout(300)
  void shouldBeTheSameWhenASecondInstanceTakesOverHalfOfThem(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster();
        StreamsRunner first = runner(cluster, state.resolve("first"));
        StreamsRunner second = runner(cluster, state.resolve("second"))) {
      // Given
      first.start();
      cluster.send(Operations.attempts(0, HALF, APART));
      cluster.awaitDrained(LONG);

      // When
      second.start();
      Eventually.until(LONG, "work for both", () -> correlates(first) && correlates(second));
      cluster.send(Operations.attempts(HALF, COUNT, APART));
      cluster.send(Operations.end(PARTITIONS));
      awaitAll(cluster);

      // Then
      assertThat(first.failure()).isNull();
      assertThat(second.failure()).isNull();
      assertThat(Operations.closed(cluster)).isEqualTo(Operations.expected(COUNT, APART));
    }
  }

  private static void awaitAll(Cluster cluster) throws Exception {
    Eventually.until(LONG, "all operations", () -> Operations.closed(cluster).size() >= COUNT);
  }

  private static boolean correlates(StreamsRunner runner) {
    return runner.streams().metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .anyMatch(task -> task.taskId().subtopology() == 1);
  }

  private static StreamsRunner runner(Cluster cluster, Path state) {
    AnalyzerConfig config = cluster.config();
    AnalyzerConfig here = config.withProcessing(config.processing().withStateDirectory(state));
    return new StreamsRunner(here, AnalyzerTopology.build(here, Catalog.builtIn()));
  }
}
