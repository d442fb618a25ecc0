package io.gatewayanalyzer.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.gatewayanalyzer.app.deliver.AlertTopic;
import io.gatewayanalyzer.app.run.Cluster;
import io.gatewayanalyzer.app.run.Eventually;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The connectors of the compose stack in a real Kafka Connect worker that scans for plug-ins. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ConnectWorkerIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHUNK =
      "{\"request_id\":\"req-81\",\"seq\":0,\"data\":\"data: [DONE]\\n\\n\",\"ended\":\"complete\"}";

  @TempDir private Path directory;

  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  @Test
  void shouldFindOurPluginsAndMoveRecordsBothWays() throws Exception {
    HttpServer alertmanager = alertmanager();
    try (Cluster cluster = new Cluster();
        AlertTopic alerts = new AlertTopic(cluster.config())) {
      // given
      Path log = Files.createFile(directory.resolve("stream-chunks.ndjson"));
      String url = "http://127.0.0.1:" + alertmanager.getAddress().getPort();
      List<Path> connectors =
          List.of(
              with("config/compose/connect/alertmanager-sink.json", "alertmanager.urls", url),
              with("connectors/config/raw-streams-from-file.json", "file", log.toString()));
      alerts.firing(Instant.now(), "alertname=CreditExhausted severity=page tenant=acme");

      // when
      try (StandaloneWorker worker =
          StandaloneWorker.start(directory, cluster.config().bootstrapServers(), connectors)) {
        Files.writeString(log, CHUNK + "\n");
        Eventually.until(SOON, "Alertmanager is told", () -> !told.isEmpty());
        Eventually.until(SOON, "the chunk arrives", () -> !chunks(cluster).isEmpty());

        // then
        assertThat(worker.found())
            .containsExactly(
                "io.gatewayanalyzer.connect.sink.AlertmanagerSinkConnector",
                "io.gatewayanalyzer.connect.transform.SetRequestKey");
        assertThat(worker.states("llmgw-alertmanager")).containsExactly("RUNNING", "RUNNING");
        assertThat(worker.states("llmgw-raw-streams-from-file"))
            .containsExactly("RUNNING", "RUNNING");
      }
      assertThat(told.peek()).contains("\"alertname\":\"CreditExhausted\"", "\"tenant\":\"acme\"");
      assertThat(chunks(cluster)).containsExactly("req-81 " + CHUNK);
    } finally {
      alertmanager.stop(0);
    }
  }

  private HttpServer alertmanager() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v2/alerts",
        exchange -> {
          try (exchange) {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    return server;
  }

  /** A connector's file as it stands in the repository, but for one key. */
  private Path with(String file, String key, String value) throws Exception {
    ObjectNode connector = (ObjectNode) JSON.readTree(ComposeFile.TOP.resolve(file).toFile());
    ((ObjectNode) connector.get("config")).put(key, value);
    Path copy = directory.resolve(Path.of(file).getFileName());
    return Files.write(copy, JSON.writeValueAsBytes(connector));
  }

  private static List<String> chunks(Cluster cluster) throws Exception {
    return cluster.read(cluster.topics().rawStreams()).stream().map(ConnectWorkerIT::text).toList();
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8)
        + " "
        + new String(record.value(), StandardCharsets.UTF_8);
  }
}
