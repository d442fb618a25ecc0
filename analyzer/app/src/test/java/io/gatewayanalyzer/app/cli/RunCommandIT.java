package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.audit.Audit;
import io.gatewayanalyzer.app.audit.AuditReport;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.demo.Traffic;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.run.InputProgress;
import io.gatewayanalyzer.app.run.Kafka;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RunCommandIT {
  private static final int RECORDS = 300;

  private static final byte[] TWICE =
      ("{\"request_id\":\"r\",\"operation_id\":\"o\",\"response\":{\"status\":503,\"body\":\"{}\"}}")
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void shouldAnalyzeAClusterUntilStoppedAndPassTheAudit() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      // given
      AnalyzerConfig config =
          AnalyzerConfig.defaults().withBootstrapServers(broker.bootstrapServers());
      String[] cluster = {"--bootstrap-servers", broker.bootstrapServers()};
      CompletableFuture<Runnable> stop = new CompletableFuture<>();
      CompletableFuture<Invocation> run =
          CompletableFuture.supplyAsync(
              () ->
                  Invocation.of(
                      Clock.systemUTC(),
                      new byte[0],
                      stop::complete,
                      "run",
                      cluster[0],
                      cluster[1],
                      "--http-port",
                      "0"));
      produce(config);
      awaitAnswers(config);

      // when
      stop.get().run();

      // then
      assertThat(run.get().exitCode()).isZero();
      assertThat(run.get().err())
          .contains("reading  llmgw.raw.requests.v1", "writing  llmgw.attempts.v1", "stopped")
          .contains(
              "in all   read 300, chunks 0, attempts ", ", late 0, repeated 1, streams without");
      Invocation audit = Invocation.of("", "audit", "--json", cluster[0], cluster[1]);
      assertThat(audit.exitCode()).isZero();
      assertThat(audit.out()).startsWith("{\"complete\":true,\"records\":300,");
    }
  }

  @Test
  void shouldSayWhichSettingToChangeWhenThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given
      String port = Integer.toString(taken.getLocalPort());

      // when
      Invocation run =
          Invocation.of("", "run", "--bootstrap-servers", "localhost:1", "--http-port", port);

      // then
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .isEqualToIgnoringNewLines(
              "gateway-analyzer: key 'http.port' (--http-port): cannot serve on 127.0.0.1:"
                  + port
                  + "; accepted: a port that is free, 0 for any");
    }
  }

  @Test
  void shouldSayInOneLineThatNoKafkaIsThere() {
    // when
    Invocation run =
        Invocation.of("", "run", "--bootstrap-servers", "localhost:1", "--http-port", "0");

    // then
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("localhost:1");
  }

  private static void produce(AnalyzerConfig config) throws Exception {
    String raw = Topics.of(config).rawRequests().name();
    Traffic traffic = new Traffic(11, 0, 50);
    try (Admin admin = Kafka.connect(config);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                StreamsProperties.producer(config),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      new TopicCreator(admin).createMissing(Topics.of(config).all());
      for (int i = 0; i < RECORDS; i++) {
        byte[] value = i < 2 ? TWICE : traffic.next().value();
        producer.send(new ProducerRecord<>(raw, value)).get();
      }
    }
  }

  private static void awaitAnswers(AnalyzerConfig config) throws Exception {
    try (Admin admin = Kafka.connect(config)) {
      AuditReport report;
      do {
        report = new Audit(config, admin).run();
      } while (report.attempts() + report.undecodable() < RECORDS);
      InputProgress progress = new InputProgress(admin, config.applicationId());
      String attempts = Topics.of(config).attempts().name();
      while (progress.remaining(progress.ends(attempts)) > 0) {
        Thread.onSpinWait();
      }
    }
  }
}
