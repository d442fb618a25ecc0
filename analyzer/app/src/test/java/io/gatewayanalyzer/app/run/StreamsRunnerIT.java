package io.gatewayanalyzer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.config.ConfigReader;
import io.gatewayanalyzer.app.serde.RecordReader;
import io.gatewayanalyzer.app.serde.Schemas;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.core.classify.Catalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsRunnerIT {
  private static final String HEALTHY =
      "{\"request_id\":\"req-1\",\"response\":{\"status\":200,\"body\":\"{}\"}}";
  private static final String FAILED =
      "{\"request_id\":\"req-2\",\"response\":{\"status\":503,\"body\":\"\"}}";
  private static final String NO_RECORD = "no record";

  @Test
  void shouldCarryRecordsFromTheRawTopicToTheOthers(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster();
        StreamsRunner runner = runner(cluster.config(), state)) {
      // Given
      cluster.send(List.of(bytes(HEALTHY), bytes(FAILED), bytes(NO_RECORD)));

      // When
      List<String> warnings = runner.start();
      cluster.awaitDrained(Duration.ofSeconds(60));
      runner.stop();

      // Then
      assertThat(warnings).isEmpty();
      assertThat(runner.await()).isEqualTo(ExitCode.OK);
      assertThat(Conservation.count(cluster)).hasSize(3);
      List<ConsumerRecord<byte[], byte[]>> errors = cluster.read(cluster.topics().errors());
      assertThat(errors).hasSize(1);
      assertThat(RecordReader.error(errors.get(0).value()).attempt().requestId())
          .isEqualTo("req-2");
      assertThat(Schemas.mistakes("error", errors.get(0).value())).isEmpty();
      assertThat(cluster.read(cluster.topics().unknown()))
          .anyMatch(
              unknown -> new String(unknown.value(), StandardCharsets.UTF_8).equals(NO_RECORD));
    }
  }

  @Test
  void shouldKeepALargeRecordByteForByte(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster();
        StreamsRunner runner = runner(cluster.config(), state)) {
      // Given
      byte[] large = new byte[24_000_000];
      new Random(7).nextBytes(large);
      cluster.send(List.of(large, bytes(HEALTHY)));

      // When
      runner.start();
      cluster.awaitDrained(Duration.ofSeconds(60));

      // Then
      List<ConsumerRecord<byte[], byte[]>> unknown = cluster.read(cluster.topics().unknown());
      assertThat(unknown).hasSize(1);
      assertThat(Arrays.equals(unknown.get(0).value(), large)).isTrue();
      assertThat(cluster.read(cluster.topics().attempts())).hasSize(1);
    }
  }

  @Test
  void shouldReportTopicsThatDifferAndLeaveThemAlone(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster();
        StreamsRunner runner =
            runner(
                AnalyzerConfig.defaults().withBootstrapServers(cluster.config().bootstrapServers()),
                state)) {
      // Given
      String attempts = cluster.topics().attempts().name();

      // When
      List<String> warnings = runner.start();

      // Then
      assertThat(warnings)
          .containsExactly(
              "topic llmgw.raw.requests.v1: partitions is 3, configured 6",
              "topic llmgw.attempts.v1: partitions is 4, configured 6");
      assertThat(
              cluster
                  .admin()
                  .describeTopics(List.of(attempts))
                  .allTopicNames()
                  .get()
                  .get(attempts)
                  .partitions())
          .hasSize(4);
    }
  }

  @Test
  void shouldSaySoonThatKafkaCannotBeReached() {
    // Given
    AnalyzerConfig config = AnalyzerConfig.defaults().withBootstrapServers("127.0.0.1:1");

    // When / Then
    assertThatThrownBy(() -> Kafka.connect(config, Duration.ofMillis(500)))
        .isInstanceOf(NoKafkaException.class)
        .hasMessage("cannot reach Kafka at 127.0.0.1:1 (TimeoutException)");
  }

  @Test
  void shouldCallAnAddressWithoutPortWrongConfiguration() {
    // Given
    AnalyzerConfig config = AnalyzerConfig.defaults().withBootstrapServers("no-address");

    // When / Then
    assertThatThrownBy(() -> Kafka.connect(config))
        .isInstanceOf(ConfigException.class)
        .hasMessage("key 'bootstrap-servers': got 'no-address'; accepted: host:port,host:port");
  }

  @Test
  void shouldNotRepeatAClientPropertyThatKafkaRefuses() {
    // Given
    AnalyzerConfig config =
        ConfigReader.parse("test", "kafka: {security.protocol: not-a-real-secret}");

    // When / Then
    assertThatThrownBy(() -> Kafka.connect(config))
        .isInstanceOf(ConfigException.class)
        .hasMessage("key 'kafka': got a property that Kafka refuses; accepted: client properties");
  }

  @Test
  void shouldTakeAHostThatDoesNotExistForUnreachable() {
    // Given
    AnalyzerConfig config = AnalyzerConfig.defaults().withBootstrapServers("no.such.invalid:9092");

    // When / Then
    assertThatThrownBy(() -> Kafka.connect(config))
        .isInstanceOf(NoKafkaException.class)
        .hasMessage("cannot reach Kafka at no.such.invalid:9092 (the host name does not resolve)");
  }

  private static StreamsRunner runner(AnalyzerConfig config, Path state) {
    AnalyzerConfig here = config.withProcessing(config.processing().withStateDirectory(state));
    return new StreamsRunner(here, AnalyzerTopology.build(here, Catalog.builtIn()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
