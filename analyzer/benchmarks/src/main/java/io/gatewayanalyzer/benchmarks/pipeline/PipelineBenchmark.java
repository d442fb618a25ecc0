package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ProcessingSettings;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.topology.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs the analyzer and another line, mostly one that only copies, over the same topic, in turns,
 * in one process with the broker. Only their ratio says something about the analyzer; the numbers
 * themselves are about the machine.
 */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    description = "Measures the whole line on an embedded broker, next to a line that only copies.")
public final class PipelineBenchmark implements Callable<Integer> {
  @Option(names = "--records", description = "Raw records in the topic (default ${DEFAULT-VALUE}).")
  private long records = 1_000_000;

  @Option(
      names = "--rounds",
      description = "Measured rounds, after one to warm up (default ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(
      names = "--mix",
      converter = MixConverter.class,
      defaultValue = "usual",
      description =
          "usual (80/10/10), harsh (0/50/50), or percent of healthy bodies/error bodies/streams.")
  private Mix mix;

  @Option(names = "--threads", description = "Stream threads (default ${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(
      names = "--line",
      defaultValue = "all",
      converter = LineConverter.class,
      description =
          "left: up to the attempts topic; all: with operations and alerts; both next to a line that"
              + " only copies. watched: all of it with metrics and traces, next to the same without"
              + " (default ${DEFAULT-VALUE}).")
  private Line line;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Option(
      names = "--directory",
      required = true,
      description = "Where broker and state live; the command sets it, see --log-dir there.")
  private Path directory;

  @Spec private CommandSpec spec;

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PipelineBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws ExecutionException, InterruptedException {
    Results results = measure();
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? results.json() : results.summary());
    out.flush();
    return 0;
  }

  Results measure() throws ExecutionException, InterruptedException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"))) {
      AnalyzerConfig config = config(broker.bootstrapServers());
      try (Cluster cluster = new Cluster(config)) {
        cluster.create(config);
        String raw = Topics.of(config).rawRequests().name();
        long bytes = new Load(mix).write(broker.bootstrapServers(), raw, records);
        double recordBytes = (double) bytes / records;
        say(String.format("%,d records of %.0f bytes: %s", records, recordBytes, mix));
        say(Results.header());
        return new Results(mix, recordBytes, threads, race(new Race(config, cluster, records)));
      }
    }
  }

  private List<Results.Round> race(Race race) throws ExecutionException, InterruptedException {
    List<Results.Round> measured = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      String title = i == 0 ? "warm-up" : Integer.toString(i);
      // Whoever runs second finds the machine as the first one left it, so they take turns.
      boolean swap = i % 2 == 1;
      Lap first = lap(race, swap ? line : line.base(), title);
      Lap second = lap(race, swap ? line.base() : line, title);
      if (i > 0) {
        measured.add(swap ? new Results.Round(second, first) : new Results.Round(first, second));
      }
    }
    return measured;
  }

  private Lap lap(Race race, Line which, String title)
      throws ExecutionException, InterruptedException {
    Lap lap = race.run(which, "benchmark-" + which.name().toLowerCase(Locale.ROOT) + "-" + title);
    say(Results.line(title, lap));
    return lap;
  }

  private AnalyzerConfig config(String servers) {
    AnalyzerConfig standard = AnalyzerConfig.defaults();
    ProcessingSettings processing =
        standard
            .processing()
            .withThreads(threads)
            .withStateDirectory(directory.resolve("state").toAbsolutePath());
    return standard.withBootstrapServers(servers).withProcessing(processing);
  }

  private void say(String line) {
    if (!json) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }

  private static final class LineConverter implements CommandLine.ITypeConverter<Line> {
    @Override
    public Line convert(String text) {
      return switch (text) {
        case "left" -> Line.LEFT;
        case "all" -> Line.ANALYZER;
        case "watched" -> Line.WATCHED;
        default -> throw new CommandLine.TypeConversionException("accepted: left, all, watched");
      };
    }
  }

  private static final class MixConverter implements CommandLine.ITypeConverter<Mix> {
    @Override
    public Mix convert(String text) {
      return Mix.parse(text);
    }
  }
}
