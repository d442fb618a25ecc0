package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.run.Kafka;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RunAlertmanagerIT {
  private static final String ALERT =
      "{\"alert_id\":\"a1\",\"alertname\":\"CreditExhausted\",\"status\":\"firing\",\"severity\":"
          + "\"page\",\"labels\":{\"alertname\":\"CreditExhausted\",\"severity\":\"page\"},"
          + "\"annotations\":{},\"starts_at\":\"2026-11-01T12:00:00.000Z\"}";

  @Test
  void shouldTellWhatTheAlertsTopicSays() throws Exception {
    BlockingQueue<String> posts = new LinkedBlockingQueue<>();
    HttpServer alertmanager = server(posts);
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      // given
      AnalyzerConfig config =
          AnalyzerConfig.defaults().withBootstrapServers(broker.bootstrapServers());
      String url = "http://127.0.0.1:" + alertmanager.getAddress().getPort();
      produce(config);
      CompletableFuture<Runnable> stop = new CompletableFuture<>();

      // when
      CompletableFuture<Invocation> run =
          CompletableFuture.supplyAsync(
              () ->
                  Invocation.of(
                      Clock.systemUTC(),
                      new byte[0],
                      stop::complete,
                      "run",
                      "--bootstrap-servers",
                      broker.bootstrapServers(),
                      "--http-port",
                      "0",
                      "--alertmanager",
                      url));
      String post = posts.poll(60, TimeUnit.SECONDS);
      stop.get().run();

      // then
      assertThat(post)
          .startsWith("POST /api/v2/alerts [{\"labels\":{\"alertname\":\"CreditExhausted\"")
          .contains("\"startsAt\":\"2026-11-01T12:00:00Z\"");
      assertThat(run.get().exitCode()).isZero();
      assertThat(run.get().err()).contains("telling  " + url, ", alerts posted ");
    } finally {
      alertmanager.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost:9093|number 1",
        "http://a:1,http://me:secret@b:1|number 2",
        "''|number 1",
      })
  void shouldRefuseAWrongAddressAndNotRepeatIt(String address, String which) {
    // when
    Invocation run =
        Invocation.of("", "run", "--bootstrap-servers", "localhost:1", "--alertmanager", address);

    // then
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "gateway-analyzer: --alertmanager: "
                + which
                + " is no address; accepted: http://HOST:PORT or https://HOST:PORT, without user,"
                + " query or fragment\n");
  }

  @Test
  void shouldRefuseATrustStoreThatCannotBeUsed(@TempDir Path directory) throws Exception {
    // given
    Path store = Files.writeString(directory.resolve("trust.p12"), "no key store");
    Path config =
        Files.writeString(
            directory.resolve("c.yaml"),
            "http: {port: 0}\nalertmanager: {tls: {truststore: " + store + "}}\n");

    // when
    Invocation run =
        Invocation.of("", "run", "--config", config.toString(), "--alertmanager", "https://a:1");

    // then
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("key 'alertmanager.tls': truststore " + store);
  }

  private static HttpServer server(BlockingQueue<String> posts) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, -1);
            posts.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          }
        });
    server.start();
    return server;
  }

  private static void produce(AnalyzerConfig config) throws Exception {
    Topics topics = Topics.of(config);
    ByteArraySerializer write = new ByteArraySerializer();
    try (Admin admin = Kafka.connect(config);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(StreamsProperties.producer(config), write, write)) {
      new TopicCreator(admin).createMissing(topics.all());
      byte[] value = ALERT.getBytes(StandardCharsets.UTF_8);
      producer
          .send(
              new ProducerRecord<>(
                  topics.alerts().name(), "a1".getBytes(StandardCharsets.UTF_8), value))
          .get();
    }
  }
}
