package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AlertmanagerSettings;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.deliver.AlertFeed;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says whom to tell about alerts. */
final class AlertmanagerOption {
  private static final String NAME = "--alertmanager";

  @Option(
      names = NAME,
      paramLabel = "URL[,...]",
      description =
          "Every Alertmanager that is to be told about alerts; overrides the file's. How often, and"
              + " with which credentials, is in the file.")
  private List<String> urls = new ArrayList<>();

  /** The settings with these addresses, if any were given. */
  AnalyzerConfig over(AnalyzerConfig config) {
    List<URI> targets = new ArrayList<>();
    urls.forEach(text -> targets.addAll(AlertmanagerSettings.targets(NAME, text)));
    return targets.isEmpty()
        ? config
        : config.withAlertmanager(config.alertmanager().withTargets(targets));
  }

  /** What tells them, not started. */
  static AlertFeed feed(AnalyzerConfig config) {
    try {
      return new AlertFeed(config);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage("key 'alertmanager.tls': " + e.getMessage(), e);
    }
  }
}
