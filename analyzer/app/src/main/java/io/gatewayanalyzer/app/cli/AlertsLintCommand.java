package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AlertsReader;
import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The mistakes of files of alert settings. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks files of alert settings, as --alerts takes them. Prints the first mistake of each as"
          + " file:line: key, what was found and what is accepted; exit code 2 when there are any."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer alerts lint my-alerts.yaml",
      "  gateway-analyzer alerts lint alerts/*.yaml"
    })
final class AlertsLintCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of alert settings.")
  private List<Path> files;

  AlertsLintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int mistakes = 0;
    for (Path file : files) {
      try {
        AlertSettings settings = AlertsReader.read(file);
        String found =
            AlertsReader.isEmpty(file) ? "sets nothing, all defaults hold" : "no mistakes";
        console.out().println(file + ": " + found + ": " + summary(settings));
      } catch (ConfigException e) {
        console.out().println(e.getMessage());
        mistakes++;
      }
    }
    if (mistakes == 0) {
      return ExitCode.OK.code();
    }
    console.out().flush();
    console.note("gateway-analyzer: " + Phrases.count(mistakes, "mistake"));
    return ExitCode.USAGE.code();
  }

  private static String summary(AlertSettings settings) {
    String off = settings.off().isEmpty() ? "" : ", off: " + String.join(", ", settings.off());
    return Phrases.count(AlertSettings.NAMES.size() - settings.off().size(), "policy")
        + ", "
        + Phrases.count(settings.slos().size(), "SLO")
        + off;
  }
}
