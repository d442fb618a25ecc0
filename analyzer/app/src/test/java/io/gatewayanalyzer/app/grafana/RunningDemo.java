package io.gatewayanalyzer.app.grafana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatewayanalyzer.app.run.Eventually;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as a process of its own, fast enough for two hours of incidents in half a minute. */
final class RunningDemo implements AutoCloseable {
  private static final Pattern METRICS = Pattern.compile("metrics at (http://\\S+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final HttpServer traces;
  private final URI metrics;

  private RunningDemo(Process process, HttpServer traces, URI metrics) {
    this.process = process;
    this.traces = traces;
    this.metrics = metrics;
  }

  /** Starts it and waits until it says where its metrics are. */
  static RunningDemo start(Path directory) throws Exception {
    Path notes = directory.resolve("demo.txt");
    HttpServer traces = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    traces.createContext("/", RunningDemo::swallow);
    traces.start();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatewayanalyzer.app.cli.Main",
                "demo",
                "--speed",
                "240",
                "--rate",
                "200",
                "--http-port",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(notes.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + traces.getAddress().getPort(),
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf"));
    Process process = builder.start();
    try {
      Eventually.until(
          PATIENCE,
          "the demo says where its metrics are",
          () -> METRICS.matcher(Files.readString(notes)).find());
    } catch (AssertionError e) {
      process.destroyForcibly();
      traces.stop(0);
      throw new AssertionError(e.getMessage() + ": " + Files.readString(notes), e);
    }
    Matcher said = METRICS.matcher(Files.readString(notes));
    said.find();
    return new RunningDemo(process, traces, URI.create(said.group(1)));
  }

  /** Where its metrics are. */
  URI metrics() {
    return metrics;
  }

  /** Its metrics in the text format. */
  String scraped() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    process.destroyForcibly();
    traces.stop(0);
  }

  /** Takes any spans: what is in them, others test. */
  private static void swallow(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
