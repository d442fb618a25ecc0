package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.app.run.NoKafkaException;
import io.gatewayanalyzer.core.classify.CatalogException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: picks the command, runs it, turns every failure into one line and an exit code. */
@Command(
    name = "gateway-analyzer",
    description =
        "Says what the failures in LLM gateway logs were, and keeps every byte it cannot explain.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer demo --for 20s             watch four simulated gateways",
      "  gateway-analyzer analyze gateway.ndjson.gz  what went wrong in a log file",
      "  gateway-analyzer classify < gateway.ndjson  one verdict per line, no Kafka",
      "  gateway-analyzer COMMAND --help             more about one command",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 cannot reach Kafka."
    })
public final class Main {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "With an error, print its stack too.")
  private boolean verbose;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /**
   * Runs one command.
   *
   * @return its exit code
   */
  static int run(Console console, String... args) {
    Main main = new Main();
    CommandLine line = commands(main, console);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((failure, ignored) -> misused(console, failure));
    line.setExecutionExceptionHandler(
        (failure, ignored, parsed) -> failed(console, failure, main.verbose));
    int exitCode = line.execute(args);
    console.out().flush();
    return exitCode;
  }

  private static CommandLine commands(Main main, Console console) {
    return new CommandLine(main)
        .addSubcommand(new DemoCommand(console))
        .addSubcommand(new AnalyzeCommand(console))
        .addSubcommand(new RunCommand(console))
        .addSubcommand(new ClassifyCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new AuditCommand(console))
        .addSubcommand(
            new CommandLine(new CatalogCommand())
                .addSubcommand(new CatalogListCommand(console))
                .addSubcommand(new CatalogLintCommand(console)))
        .addSubcommand(
            new CommandLine(new AlertsCommand())
                .addSubcommand(new AlertsShowCommand(console))
                .addSubcommand(new AlertsLintCommand(console)))
        .addSubcommand(new TopologyCommand(console))
        .addSubcommand(new MetricsCommand(console));
  }

  private static int misused(Console console, ParameterException failure) {
    String hint = "";
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> close = unmatched.getSuggestions();
      hint = close.isEmpty() ? "" : " (did you mean " + close.get(0) + "?)";
    }
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    console.note(
        "gateway-analyzer: "
            + oneLine(failure.getMessage())
            + hint
            + "; see "
            + command
            + " --help");
    return ExitCode.USAGE.code();
  }

  private static int failed(Console console, Exception failure, boolean verbose) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    console.note("gateway-analyzer: " + oneLine(message));
    if (verbose) {
      failure.printStackTrace(console.err());
      console.err().flush();
    }
    return exitCode(failure).code();
  }

  private static ExitCode exitCode(Exception failure) {
    if (failure instanceof CommandFailed known) {
      return known.exitCode();
    }
    if (failure instanceof ConfigException || failure instanceof CatalogException) {
      return ExitCode.USAGE;
    }
    return failure instanceof NoKafkaException ? ExitCode.NO_KAFKA : ExitCode.FAILURE;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
