package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.config.HttpSettings;
import io.gatewayanalyzer.app.http.StatusServer;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.metrics.Metrics;
import io.gatewayanalyzer.app.observe.trace.Traces;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.classify.Catalog;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that watches one line, and where it is served. Made before the line, and closed after
 * it, so that the last records are seen.
 */
public final class Observability implements AutoCloseable {
  private final AnalyzerConfig config;
  private final Metrics metrics;
  private final Traces traces;
  private final LineWatcher watcher;
  private StatusServer server;
  private volatile StreamsReadiness readiness;

  /**
   * What watches a line with these settings and rules; nothing is served yet.
   *
   * @param environment the variables of the process: OpenTelemetry's say where traces go
   * @throws ConfigException when one of those cannot be used
   */
  public Observability(
      AnalyzerConfig config, Catalog rules, String version, Map<String, String> environment) {
    this.config = config;
    List<String> alerts = config.alerts().policies().all().stream().map(Policy::name).toList();
    metrics = new Metrics(config.metrics(), alerts, System::currentTimeMillis);
    metrics.build(version, rules.version());
    metrics.jvm();
    metrics.ready(() -> missing() == null);
    traces = Traces.of(config.traces(), environment);
    metrics.spans(traces::spans);
    if (traces.on()) {
      metrics.traced();
    }
    LineWatcher counting = LineWatcher.guarded(metrics.watcher());
    watcher = traces.on() ? LineWatcher.both(counting, LineWatcher.guarded(traces)) : counting;
  }

  /** Who watches the line. */
  public LineWatcher watcher() {
    return watcher;
  }

  /** Whether operations are sent as traces. */
  public boolean traced() {
    return traces.on();
  }

  /**
   * Serves what is seen.
   *
   * @return where
   * @throws ConfigException when the port is taken, or the address is not this machine's
   */
  public URI serve(HttpSettings at) {
    try {
      server = StatusServer.start(at.host(), at.port(), metrics.scrapable(), this::missing);
      return server.address();
    } catch (UnknownHostException e) {
      throw new ConfigException(
          "key 'http.host' (--http-host): got '"
              + at.host()
              + "'; accepted: an address of this machine");
    } catch (IOException e) {
      throw new ConfigException(
          "key 'http.port' (--http-port): cannot serve on "
              + at.host()
              + ":"
              + at.port()
              + "; accepted: a port that is free, 0 for any");
    }
  }

  /** Watches the streams of a line that is not started. */
  public void watch(StreamsRunner runner, LineHooks hooks) {
    readiness = runner.readiness();
    metrics.unjoined(hooks.late()::sum, hooks.repeated()::sum, hooks.alone()::sum);
    metrics.kafka(
        runner.streams(),
        Topics.of(config).all().stream().map(Topic::name).collect(Collectors.toSet()));
  }

  private String missing() {
    return readiness == null ? "not started" : readiness.missing();
  }

  @Override
  public void close() {
    traces.close();
    if (server != null) {
      server.close();
    }
  }
}
