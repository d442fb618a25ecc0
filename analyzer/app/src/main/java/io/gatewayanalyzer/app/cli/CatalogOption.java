package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.CatalogSettings;
import io.gatewayanalyzer.core.classify.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that lays a directory of rules over the built-in ones. */
final class CatalogOption {
  @Option(
      names = "--catalog",
      paramLabel = "DIR",
      description = "Lay the rule files (*.yaml) of a directory over the built-in ones.")
  private Path directory;

  /** Where the rules are; refuses a directory that is not there. */
  CatalogSettings settings() {
    if (directory != null && !Files.isDirectory(directory)) {
      throw CommandFailed.usage("no such catalog directory: " + directory);
    }
    return new CatalogSettings(directory);
  }

  /** The directory; null when not given. */
  Path directory() {
    return settings().directory();
  }

  /** The rules. */
  Catalog load() {
    return settings().directory() == null ? Catalog.builtIn() : Catalog.load(directory);
  }
}
