package io.gatewayanalyzer.app.config;

import java.nio.file.Path;

/**
 * Where the rules are.
 *
 * @param directory rule files laid over the built-in ones; null for the built-in ones alone
 */
public record CatalogSettings(Path directory) {
  /** The built-in rules. */
  public static CatalogSettings defaults() {
    return new CatalogSettings(null);
  }

  static CatalogSettings read(Section section) {
    CatalogSettings settings = new CatalogSettings(section.path("directory", null));
    section.refuseUnknownKeys();
    return settings;
  }
}
