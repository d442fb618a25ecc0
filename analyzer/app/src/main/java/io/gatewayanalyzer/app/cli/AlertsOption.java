package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AlertsReader;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a file of alert settings. */
final class AlertsOption {
  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description =
          "Alert settings, as YAML; what the file leaves out has its default. See alerts show.")
  private Path file;

  /** Whether a file was named. */
  boolean given() {
    return file != null;
  }

  /** The settings with those of the file, if one was named. */
  AnalyzerConfig over(AnalyzerConfig config) {
    return file == null ? config : config.withAlerts(load());
  }

  /** The settings of the file; the defaults when none was named. */
  AlertSettings load() {
    if (file == null) {
      return AlertSettings.defaults();
    }
    if (!Files.isRegularFile(file)) {
      throw CommandFailed.usage("no such file of alert settings: " + file);
    }
    return AlertsReader.read(file);
  }
}
