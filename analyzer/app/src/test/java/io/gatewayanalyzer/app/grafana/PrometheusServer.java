package io.gatewayanalyzer.app.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Prometheus with our rules, in a hurry: it scrapes and evaluates every second. */
final class PrometheusServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_LAUNCHES = 5;

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrometheusTool prometheus;
  private final Path home;
  private URI address;
  private Process process;
  private int launches;

  private PrometheusServer(PrometheusTool prometheus, Path home) throws IOException {
    this.prometheus = prometheus;
    this.home = home;
    launch();
  }

  /** Starts it; whether it answers yet is not waited for. */
  static PrometheusServer start(PrometheusTool prometheus, URI scraped) throws IOException {
    Path home = Files.createDirectory(prometheus.directory().resolve("prometheus"));
    for (Path file : RuleFiles.rules()) {
      String hurried = Files.readString(file).replaceAll("(?m)^( +interval: ).*$", "$11s");
      Files.writeString(home.resolve(file.getFileName()), hurried);
    }
    Files.writeString(
        home.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: ["*.rules.yml"]
        scrape_configs:
          - job_name: gateway-analyzer
            static_configs: [{targets: ["%s"]}]
        """
            .formatted(scraped.getAuthority()));
    return new PrometheusServer(prometheus, home);
  }

  /** Starts it on a port that is free now; when another takes it first, the process exits. */
  private void launch() throws IOException {
    String host = InetAddress.getLoopbackAddress().getHostAddress() + ":" + freePort();
    address = URI.create("http://" + host);
    process =
        prometheus
            .command(
                List.of(
                    "--config.file=" + home.resolve("prometheus.yml"),
                    "--storage.tsdb.path=" + home.resolve("data"),
                    "--web.listen-address=" + host,
                    "--enable-feature=exemplar-storage",
                    "--log.level=warn"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
            .start();
    launches++;
  }

  private void relaunchIfExited() throws IOException {
    if (!process.isAlive() && launches >= MOST_LAUNCHES) {
      throw new AssertionError("Prometheus exits:\n" + Files.readString(home.resolve("log")));
    }
    if (!process.isAlive()) {
      launch();
    }
  }

  /** Whether an expression yields a number now; false also while nobody answers. */
  boolean hasData(String expr) throws InterruptedException {
    try {
      for (JsonNode sample : ask("/api/v1/query", expr).path("result")) {
        if (!sample.path("value").path(1).asText("NaN").equals("NaN")) {
          return true;
        }
      }
      return false;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The labels of the exemplars of what an expression reads, of the last minutes. */
  JsonNode exemplars(String expr) throws IOException, InterruptedException {
    long now = System.currentTimeMillis() / 1000;
    String times = "&start=" + (now - 600) + "&end=" + (now + 60);
    return get("/api/v1/query_exemplars", expr, times);
  }

  private JsonNode ask(String path, String expr) throws IOException, InterruptedException {
    return get(path, expr, "");
  }

  private JsonNode get(String path, String expr, String more)
      throws IOException, InterruptedException {
    relaunchIfExited();
    String query = "?query=" + URLEncoder.encode(expr, StandardCharsets.UTF_8) + more;
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path + query)).timeout(PATIENCE).build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() != 200) {
      throw new AssertionError(answer.path("error").asText() + ": " + expr);
    }
    return answer.path("data");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
