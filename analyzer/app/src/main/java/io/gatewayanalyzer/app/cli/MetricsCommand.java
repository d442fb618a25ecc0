package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.observe.metrics.CatalogueText;
import io.gatewayanalyzer.app.run.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What may be scraped. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints what run and demo serve at /metrics, as Markdown: every metric and label.",
    footerHeading = "%nExamples:%n",
    footer = {"  gateway-analyzer metrics", "  gateway-analyzer metrics > docs/metrics.md"})
final class MetricsCommand implements Callable<Integer> {
  private final Console console;

  MetricsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(CatalogueText.markdown());
    return ExitCode.OK.code();
  }
}
