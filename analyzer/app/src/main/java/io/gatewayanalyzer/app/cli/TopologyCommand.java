package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.core.classify.Catalog;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.TopologyDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The wiring of the line. */
@Command(
    name = "topology",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints how topics and steps are wired, as text or as a Mermaid diagram.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer topology",
      "  gateway-analyzer topology --mermaid > line.mmd",
      "  gateway-analyzer topology --config analyzer.yaml    with your topic names"
    })
final class TopologyCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--mermaid", description = "As a Mermaid flowchart.")
  private boolean mermaid;

  @Mixin private ConfigOption config;

  TopologyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AnalyzerConfig settings = config.load();
    TopologyDescription description =
        AnalyzerTopology.build(settings, Catalog.builtIn()).describe();
    console.out().print(mermaid ? Mermaid.of(description) : description.toString());
    return ExitCode.OK.code();
  }
}
