package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a configuration file. */
final class ConfigOption {
  @Option(names = "--config", paramLabel = "FILE", description = "Settings, as YAML.")
  private Path file;

  /** Whether a file was named. */
  boolean given() {
    return file != null;
  }

  /** The settings of the file, or the defaults. */
  AnalyzerConfig load() {
    if (file == null) {
      return AnalyzerConfig.defaults();
    }
    if (!Files.isRegularFile(file)) {
      throw CommandFailed.usage("no such configuration file: " + file);
    }
    return ConfigReader.read(file);
  }
}
