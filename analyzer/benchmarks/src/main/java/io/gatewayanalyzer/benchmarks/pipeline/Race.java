package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.run.StreamsRunner;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.streams.KafkaStreams;

/** Runs a line from the first raw record to the commit of the last one. */
final class Race {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MS = 10;

  private final AnalyzerConfig config;
  private final Cluster cluster;
  private final long records;

  Race(AnalyzerConfig config, Cluster cluster, long records) {
    this.config = config;
    this.cluster = cluster;
    this.records = records;
  }

  /** Runs it as a group of its own, checks its output, and deletes what it wrote. */
  Lap run(Line line, String applicationId) throws ExecutionException, InterruptedException {
    AnalyzerConfig own = config.withApplicationId(applicationId);
    cluster.create(own);
    Lap lap;
    try (Watch watch = line == Line.WATCHED ? Watch.all(own) : Watch.none();
        StreamsRunner runner =
            new StreamsRunner(own, line.topology(own, watch.hooks()), watch.hooks().watcher())) {
      watch.see(runner);
      runner.start();
      await(runner, () -> runner.streams().state() == KafkaStreams.State.RUNNING);
      CpuTime before = CpuTime.now(applicationId);
      long start = System.nanoTime();
      await(runner, () -> cluster.committed(applicationId) == records);
      for (String input : line.inputs(own)) {
        await(runner, () -> cluster.workedOff(applicationId, input));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      CpuTime after = CpuTime.now(applicationId);
      lap =
          new Lap(
              line,
              records,
              seconds,
              (after.app() - before.app()) / 1e9,
              (after.process() - before.process()) / 1e9);
    }
    long written = cluster.count(line.output(own));
    cluster.deleteOutputs();
    if (written != records) {
      throw new IllegalStateException(
          line + " wrote " + written + " records for " + records + " raw ones");
    }
    return lap;
  }

  static void await(StreamsRunner runner, Condition condition)
      throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (runner.failure() != null) {
        throw new IllegalStateException("the line failed", runner.failure());
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("no end within " + PATIENCE);
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  interface Condition {
    boolean holds() throws ExecutionException, InterruptedException;
  }
}
