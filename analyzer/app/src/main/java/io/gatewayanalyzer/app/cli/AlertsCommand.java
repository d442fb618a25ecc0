package io.gatewayanalyzer.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** When somebody is told. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows when alerts fire, or checks files of alert settings. Every setting with its default is in"
          + " config/alerts.yaml: copy what you change."
    },
    synopsisSubcommandLabel = "(show | lint)",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer alerts show                                the defaults",
      "  gateway-analyzer alerts show --alerts my-alerts.yaml        with what you changed",
      "  gateway-analyzer alerts lint my-alerts.yaml                 is it right?",
      "  gateway-analyzer analyze --alerts my-alerts.yaml logs/      what would have fired?"
    })
final class AlertsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "alerts needs show or lint");
  }
}
