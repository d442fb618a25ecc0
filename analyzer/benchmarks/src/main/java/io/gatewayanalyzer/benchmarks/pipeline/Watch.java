package io.gatewayanalyzer.benchmarks.pipeline;

import com.sun.net.httpserver.HttpServer;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.HttpSettings;
import io.gatewayanalyzer.app.run.Observability;
import io.gatewayanalyzer.app.run.StreamsRunner;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.core.classify.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Those who watch a line while it is measured: metrics that are scraped every five seconds, which
 * is three times as often as usual, and traces for a collector that takes all of them.
 */
final class Watch implements AutoCloseable {
  private final LineHooks hooks;
  private final Observability observability;
  private final HttpServer collector;
  private Scraper scraper;

  private Watch(LineHooks hooks, Observability observability, HttpServer collector) {
    this.hooks = hooks;
    this.observability = observability;
    this.collector = collector;
  }

  /** Nobody. */
  static Watch none() {
    return new Watch(LineHooks.endless(), null, null);
  }

  /** Metrics and traces, as the analyzer has them. */
  static Watch all(AnalyzerConfig config) {
    HttpServer collector = collector();
    Map<String, String> environment =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://127.0.0.1:" + collector.getAddress().getPort(),
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "http/protobuf");
    Observability observability =
        new Observability(config, Catalog.builtIn(), "benchmark", environment);
    return new Watch(
        LineHooks.endless().watched(observability.watcher()), observability, collector);
  }

  LineHooks hooks() {
    return hooks;
  }

  /** Begins to look at a line that is not started. */
  void see(StreamsRunner runner) {
    if (observability == null) {
      return;
    }
    observability.watch(runner, hooks);
    URI metrics = observability.serve(new HttpSettings("127.0.0.1", 0)).resolve("/metrics");
    scraper = new Scraper(metrics, Duration.ofSeconds(5));
  }

  /** Takes what is sent and says so, as the protocol wants it: an empty message. */
  private static HttpServer collector() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(anyPort, 0);
      server.createContext(
          "/v1/traces",
          exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends it.
   *
   * @throws IllegalStateException when the metrics were not read all the time
   */
  @Override
  public void close() {
    if (observability == null) {
      return;
    }
    try {
      if (scraper != null) {
        scraper.close();
      }
    } finally {
      observability.close();
      collector.stop(0);
    }
  }
}
