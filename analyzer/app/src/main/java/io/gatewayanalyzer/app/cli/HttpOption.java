package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.HttpSettings;
import picocli.CommandLine.Option;

/** The options that say where metrics and health are served. */
final class HttpOption {
  private static final int MOST = 65_535;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description =
          "Serve /metrics, /healthz and /readyz on this port (default: 9464); 0 for any that is"
              + " free. Overrides the file's.")
  private Integer port;

  @Option(
      names = "--http-host",
      paramLabel = "ADDRESS",
      description =
          "The address to serve them on (default: 127.0.0.1, this machine alone); 0.0.0.0 for all."
              + " Overrides the file's.")
  private String host;

  /** Whether a port or an address was named. */
  boolean given() {
    return port != null || host != null;
  }

  /** The settings with what was given. */
  AnalyzerConfig over(AnalyzerConfig config) {
    if (port != null && (port < 0 || port > MOST)) {
      throw CommandFailed.usage("--http-port: " + port + "; accepted: 0 to " + MOST);
    }
    HttpSettings http = config.http();
    return config.withHttp(
        new HttpSettings(host == null ? http.host() : host, port == null ? http.port() : port));
  }
}
