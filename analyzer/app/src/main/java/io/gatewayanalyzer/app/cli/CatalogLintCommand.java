package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.classify.CatalogProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The mistakes of rule files. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks the rule files of a directory as they would be laid over the built-in ones, or the"
          + " built-in ones. Prints each mistake as file:line: mistake; exit code 2 when there are any."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer catalog lint             the built-in rules",
      "  gateway-analyzer catalog lint my-rules/   your own"
    })
final class CatalogLintCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "A directory of *.yaml rule files.")
  private Path directory;

  CatalogLintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (directory != null && !Files.isDirectory(directory)) {
      throw CommandFailed.usage("no such catalog directory: " + directory);
    }
    List<CatalogProblem> problems =
        directory == null ? Catalog.lintBuiltIn() : Catalog.lint(directory);
    problems.forEach(problem -> console.out().println(problem));
    if (!problems.isEmpty()) {
      console.out().flush();
      console.note(
          "gateway-analyzer: "
              + problems.size()
              + (problems.size() == 1 ? " mistake" : " mistakes"));
      return ExitCode.USAGE.code();
    }
    Catalog catalog = directory == null ? Catalog.builtIn() : Catalog.load(directory);
    console
        .out()
        .println(
            "no mistakes: "
                + catalog.rules().size()
                + " rules of "
                + catalog.senders().size()
                + " senders, version "
                + catalog.version());
    return ExitCode.OK.code();
  }
}
