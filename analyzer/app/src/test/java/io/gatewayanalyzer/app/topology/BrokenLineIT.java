package io.gatewayanalyzer.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.run.Cluster;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.app.run.StreamsRunner;
import io.gatewayanalyzer.core.alert.Policies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BrokenLineIT {

  @Test
  @Timeout(90)
  void shouldEndTheRunWhenAThreadDies(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster()) {
      // Given
      AnalyzerConfig config = cluster.config();
      AnalyzerConfig here = config.withProcessing(config.processing().withStateDirectory(state));
      Judging dying =
          (request, stream, ref, time) -> {
            throw new StackOverflowError();
          };
      cluster.send(List.of("{\"response\":{}}".getBytes(StandardCharsets.UTF_8)));
      try (StreamsRunner runner =
          new StreamsRunner(
              here,
              AnalyzerTopology.build(
                  here, "rules-1", () -> dying, new Policies(List.of()), LineHooks.endless()))) {

        // When
        runner.start();
        ExitCode code = runner.await();

        // Then
        assertThat(code).isEqualTo(ExitCode.FAILURE);
        assertThat(runner.failure()).isInstanceOf(StackOverflowError.class);
      }
      assertThat(cluster.read(cluster.topics().attempts())).isEmpty();
    }
  }

  @Test
  @Timeout(90)
  void shouldTellWhoWatchesOfADeadLetter(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster()) {
      // Given
      AnalyzerConfig config = cluster.config();
      AnalyzerConfig here = config.withProcessing(config.processing().withStateDirectory(state));
      Judging failing =
          (request, stream, ref, time) -> {
            throw new IllegalArgumentException("any");
          };
      CountDownLatch told = new CountDownLatch(1);
      LineWatcher watcher =
          new LineWatcher() {
            @Override
            public void deadLetter() {
              told.countDown();
            }
          };
      LineHooks hooks = LineHooks.endless().watched(watcher);
      Policies none = new Policies(List.of());
      cluster.send(List.of("{\"response\":{}}".getBytes(StandardCharsets.UTF_8)));
      try (StreamsRunner runner =
          new StreamsRunner(
              here, AnalyzerTopology.build(here, "rules-1", () -> failing, none, hooks), watcher)) {

        // When
        runner.start();

        // Then
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
