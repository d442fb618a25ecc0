package io.gatewayanalyzer.app.config;

/**
 * Limits of what is read.
 *
 * @param maxBytes the largest raw record that is decoded, in bytes. The default leaves room for
 *     headers below the 100 MiB that a broker accepts per request by default
 */
public record DecodeSettings(int maxBytes) {
  /** 100 MB. */
  public static DecodeSettings defaults() {
    return new DecodeSettings(100_000_000);
  }

  static DecodeSettings read(Section section) {
    DecodeSettings settings =
        new DecodeSettings(section.integer("max-bytes", defaults().maxBytes, 1_024, 1_000_000_000));
    section.refuseUnknownKeys();
    return settings;
  }
}
