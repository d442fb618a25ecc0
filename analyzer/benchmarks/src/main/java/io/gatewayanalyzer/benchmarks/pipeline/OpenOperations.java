package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.CorrelateSettings;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.run.StreamsRunner;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.classify.Catalog;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.streams.KafkaStreams;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Opens operations of one failed attempt each through the whole line, and closes some of them by a
 * success while more and more are open: what one costs in memory and in the changelog, and whether
 * closing one costs more when there are many.
 */
@Command(
    name = "open-operations",
    mixinStandardHelpOptions = true,
    description = "Measures what open operations cost, and what it costs to close one.")
public final class OpenOperations implements Callable<Integer> {
  private static final String APPLICATION = "open-operations";
  private static final int CLOSED_AT_ONCE = 10_000;
  private static final int REPEATS = 3;
  private static final long MEBIBYTE = 1024 * 1024;

  @Option(
      names = "--open",
      split = ",",
      defaultValue = "10000,100000,1000000",
      description = "How many are open when some are closed (default ${DEFAULT-VALUE}).")
  private List<Integer> open;

  @Option(
      names = "--directory",
      required = true,
      description = "Where broker and state live; the command sets it.")
  private Path directory;

  @Spec private CommandSpec spec;

  private Cluster cluster;
  private StreamsRunner runner;
  private OpenLoad load;
  private AnalyzerConfig config;

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new OpenOperations()).execute(arguments));
  }

  @Override
  public Integer call() throws ExecutionException, InterruptedException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"))) {
      config = config(broker.bootstrapServers());
      try (Cluster ofBroker = new Cluster(config);
          OpenLoad ofAttempts = new OpenLoad(config);
          StreamsRunner line =
              new StreamsRunner(config, AnalyzerTopology.build(config, Catalog.builtIn()))) {
        cluster = ofBroker;
        load = ofAttempts;
        runner = line;
        runner.start();
        Race.await(runner, () -> runner.streams().state() == KafkaStreams.State.RUNNING);
        measure();
      }
    }
    return 0;
  }

  private void measure() throws ExecutionException, InterruptedException {
    // The compiler first sees both ways of an operation.
    open(CLOSED_AT_ONCE);
    close();
    long idleBytes = heapBytes();
    say(
        String.format(
            "%10s %10s %12s %14s %14s %20s",
            "open", "heap MiB", "heap B each", "changelog MiB", "changelog B", "closing one, µs"));
    for (int target : open) {
      open(target);
      long heap = heapBytes() - idleBytes;
      long log = cluster.bytes(APPLICATION + "-operations-changelog");
      double[] micros = new double[REPEATS];
      for (int i = 0; i < REPEATS; i++) {
        micros[i] = close();
        open(target);
      }
      Arrays.sort(micros);
      say(
          String.format(
              "%,10d %,10d %,12d %,14d %,14d %20s",
              target,
              heap / MEBIBYTE,
              heap / target,
              log / MEBIBYTE,
              log / target,
              String.format("%.1f (%.1f to %.1f)", micros[1], micros[0], micros[REPEATS - 1])));
    }
  }

  private void open(int target) throws ExecutionException, InterruptedException {
    load.open(target);
    await();
  }

  /** CPU time of the line per operation that was closed, the second attempt included. */
  private double close() throws ExecutionException, InterruptedException {
    CpuTime before = CpuTime.now(APPLICATION);
    load.close(CLOSED_AT_ONCE);
    await();
    return (CpuTime.now(APPLICATION).app() - before.app()) / 1e3 / CLOSED_AT_ONCE;
  }

  private void await() throws ExecutionException, InterruptedException {
    String attempts = Topics.of(config).attempts().name();
    Race.await(runner, () -> cluster.workedOff(APPLICATION, attempts));
    String operations = Topics.of(config).operations().name();
    Race.await(runner, () -> cluster.count(operations) == load.told());
  }

  private static long heapBytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < REPEATS; i++) {
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      least = Math.min(least, used);
    }
    return least;
  }

  /** A gap in which no operation is closed for want of a retry. */
  private AnalyzerConfig config(String servers) {
    AnalyzerConfig standard = AnalyzerConfig.defaults();
    CorrelateSettings correlate = standard.correlate();
    return standard
        .withBootstrapServers(servers)
        .withApplicationId(APPLICATION)
        .withCorrelate(
            new CorrelateSettings(Duration.ofHours(8), correlate.grace(), correlate.store()))
        .withProcessing(
            standard.processing().withStateDirectory(directory.resolve("state").toAbsolutePath()));
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
