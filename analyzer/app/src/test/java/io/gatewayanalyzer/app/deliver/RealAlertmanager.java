package io.gatewayanalyzer.app.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatewayanalyzer.app.run.Eventually;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Alertmanager itself, as a process of its own on a free port of this machine. */
final class RealAlertmanager implements AutoCloseable {
  private static final List<String> NAMES = List.of("prometheus-alertmanager", "alertmanager");
  private static final Pattern LISTENS =
      Pattern.compile("msg=\"?Listening on\"? address=127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path program;
  private final Path directory;
  private int port;
  private Process process;

  RealAlertmanager(Path program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /** Where a program is; null when it is not installed. */
  static Path find(String... names) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      for (String name : names) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return file;
        }
      }
    }
    return null;
  }

  /** Where Alertmanager is; null when it is not installed. */
  static Path find() {
    return find(NAMES.toArray(String[]::new));
  }

  /** Starts with the configuration in its directory; at the same port as before, if ever. */
  void start() throws Exception {
    Path log = Files.createTempFile(directory, "alertmanager", ".log");
    process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + directory.resolve("alertmanager.yml"),
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Eventually.until(PATIENCE, "Alertmanager listens", () -> listens(log));
    Eventually.until(PATIENCE, "Alertmanager is ready", this::ready);
  }

  /** Asks it to end, as a service manager would, and waits. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Alertmanager does not end");
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The alerts it holds, its own API's answer. */
  JsonNode alerts() throws Exception {
    return JSON.readTree(get("/api/v2/alerts"));
  }

  /** The alerts it holds whose tenant or model that is; there may be none. */
  List<JsonNode> alerts(String label, String value) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    alerts()
        .forEach(
            alert -> {
              if (value.equals(alert.path("labels").path(label).asText())) {
                found.add(alert);
              }
            });
    return found;
  }

  JsonNode groups() throws Exception {
    return JSON.readTree(get("/api/v2/alerts/groups"));
  }

  private boolean listens(Path log) throws IOException {
    Matcher listens = LISTENS.matcher(Files.readString(log));
    if (!process.isAlive()) {
      throw new AssertionError("Alertmanager ended: " + Files.readString(log));
    }
    if (listens.find()) {
      port = Integer.parseInt(listens.group(1));
      return true;
    }
    return false;
  }

  private boolean ready() throws Exception {
    try {
      get("/-/ready");
      return true;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(uri().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " gives " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
