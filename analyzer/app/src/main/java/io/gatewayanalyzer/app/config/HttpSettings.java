package io.gatewayanalyzer.app.config;

/**
 * Where metrics and health are served.
 *
 * @param host the address to bind to
 * @param port the port; 0 for any that is free
 */
public record HttpSettings(String host, int port) {
  /** This machine alone, on the port that OpenTelemetry registered for Prometheus exporters. */
  public static HttpSettings defaults() {
    return new HttpSettings("127.0.0.1", 9464);
  }

  static HttpSettings read(Section section) {
    HttpSettings standard = defaults();
    HttpSettings settings =
        new HttpSettings(
            section.text("host", standard.host), section.integer("port", standard.port, 0, 65_535));
    section.refuseUnknownKeys();
    return settings;
  }
}
