package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.analyze.Analysis;
import io.gatewayanalyzer.app.analyze.Input;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.report.Report;
import io.gatewayanalyzer.app.report.ReportJson;
import io.gatewayanalyzer.app.report.ReportText;
import io.gatewayanalyzer.app.report.Tally;
import io.gatewayanalyzer.app.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Log files through the whole line on an embedded broker. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Sends log files, one JSON object per line, through the whole line on an embedded Kafka broker and"
          + " reports what went wrong. A line that is no record is counted and kept, never a stop;"
          + " blank lines are skipped. What is open at the end is closed as if silence followed. With"
          + " --alerts the report also says, for each alert that did not fire, how near it came;"
          + " --json always does (nearest). elapsed_ms runs from the first line read to the last result."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer analyze samples/gateways.ndjson",
      "  gateway-analyzer analyze --json logs/*.ndjson.gz | jq .by_category",
      "  gateway-analyzer analyze --out results/ logs/       each topic as a file; reads"
          + " *.ndjson, *.jsonl, *.log, *.gz",
      "  gateway-analyzer analyze --alerts my-alerts.yaml logs/    a dry run: what would have fired, and what nearly",
      "  kubectl logs gateway | gateway-analyzer analyze -   standard input"
    })
final class AnalyzeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files, directories, or - for standard input; gzip is recognized.")
  private List<String> files;

  @Option(names = "--json", description = "Print the report as one JSON object.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write each output topic as an NDJSON file into this directory.")
  private Path out;

  @Mixin private CatalogOption catalog;
  @Mixin private AlertsOption alerts;

  AnalyzeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Input> inputs = InputFiles.of(files, console);
    if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
      throw CommandFailed.usage("--out is not a directory: " + out);
    }
    catalog.load();
    AnalyzerConfig settings =
        alerts.over(AnalyzerConfig.defaults().withCatalog(catalog.settings()));
    AtomicBoolean stopped = new AtomicBoolean();
    console.onStop(() -> stopped.set(true));
    ProgressLine progress = new ProgressLine(console, totalBytes(inputs));
    Analysis analysis = new Analysis(inputs, settings, out, progress, stopped::get);
    Report report = analysis.run();
    progress.clear();
    if (report == null) {
      throw CommandFailed.of("stopped before the end; no report", null);
    }
    console.out().println(json ? ReportJson.of(report) : text(report, analysis.tally()).strip());
    return notes(analysis, report).code();
  }

  private String text(Report report, Tally tally) {
    return ReportText.of(report, tally, alerts.given(), console.colours());
  }

  private ExitCode notes(Analysis analysis, Report report) {
    if (report.records() == 0 && analysis.broken().isEmpty()) {
      console.note("note: the input holds no records");
    }
    for (String place : analysis.tooLong()) {
      console.note("note: " + place + " is too long to be carried; counted as undecodable");
    }
    analysis
        .broken()
        .forEach(input -> console.note("gateway-analyzer: cannot read on in " + input));
    if (analysis.deadLetters() > 0) {
      console.note(
          "gateway-analyzer: " + analysis.deadLetters() + " records failed in our own code; a bug");
    }
    return analysis.broken().isEmpty() && analysis.deadLetters() == 0
        ? ExitCode.OK
        : ExitCode.FAILURE;
  }

  private static long totalBytes(List<Input> inputs) {
    return inputs.stream().anyMatch(input -> input.sizeBytes() < 0)
        ? -1
        : inputs.stream().mapToLong(Input::sizeBytes).sum();
  }
}
