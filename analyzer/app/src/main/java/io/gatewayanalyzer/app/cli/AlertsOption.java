package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AlertsReader;
import io.gatewayanalyzer.core.alert.AlertSettings;
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

  /** The settings of the file, or these when none was named. */
  AlertSettings over(AlertSettings others) {
    if (file == null) {
      return others;
    }
    if (!Files.isRegularFile(file)) {
      throw CommandFailed.usage("no such file of alert settings: " + file);
    }
    return AlertsReader.read(file);
  }
}
