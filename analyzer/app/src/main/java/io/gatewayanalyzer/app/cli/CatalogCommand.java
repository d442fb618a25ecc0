package io.gatewayanalyzer.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The rules that errors are judged by. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the rules that errors are judged by, or checks rule files.",
    synopsisSubcommandLabel = "(list | lint)",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer catalog list --sender anannas",
      "  gateway-analyzer catalog list --category insufficient_credits --json",
      "  gateway-analyzer catalog lint my-rules/"
    })
final class CatalogCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "catalog needs list or lint");
  }
}
