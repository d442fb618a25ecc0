package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.report.AlertRow;
import io.gatewayanalyzer.app.report.AlertRows;
import io.gatewayanalyzer.app.report.SettingsJson;
import io.gatewayanalyzer.app.report.TextTable;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The alerts in force as a table. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows the alerts in force with their numbers.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer alerts show",
      "  gateway-analyzer alerts show --alerts my-alerts.yaml",
      "  gateway-analyzer alerts show --json | jq .provider_outage"
    })
final class AlertsShowCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private AlertsOption alerts;

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  AlertsShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AlertSettings settings = alerts.load();
    console.out().println(json ? SettingsJson.of(settings) : table(settings).stripTrailing());
    return ExitCode.OK.code();
  }

  private static String table(AlertSettings settings) {
    TextTable table = new TextTable("ALERT", "OF ONE", "SEVERITY", "FIRES", "ENDS");
    for (AlertRow row : AlertRows.of(settings)) {
      table.row(row.name(), row.of(), row.severity(), row.fires(), row.ends());
    }
    return table.render(0);
  }
}
