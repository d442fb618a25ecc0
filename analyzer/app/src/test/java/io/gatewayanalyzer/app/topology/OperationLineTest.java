package io.gatewayanalyzer.app.topology;

import static io.gatewayanalyzer.app.topology.TopologyFixture.bytes;
import static io.gatewayanalyzer.app.topology.TopologyFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigReader;
import io.gatewayanalyzer.app.serde.OperationReader;
import io.gatewayanalyzer.app.serde.Schemas;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationLineTest {
  @TempDir private Path state;

  @ParameterizedTest
  @ValueSource(strings = {"memory", "rocksdb"})
  void shouldJoinAFailureAndItsRetry(String store) throws IOException {
    AnalyzerConfig config = ConfigReader.parse("test", "correlate: {store: " + store + "}");
    try (TopologyFixture line = new TopologyFixture(config, state)) {
      // Given
      line.send(attempt("op-7", "req-1", 500, "11:00:00"));
      line.send(attempt("op-7", "req-2", 200, "11:00:02"));

      // When
      line.send(attempt("op-8", "req-3", 200, "11:00:14"));

      // Then
      List<TestRecord<byte[], byte[]>> records = line.read(line.topics.operations());
      assertThat(records).hasSize(1);
      assertThat(text(records.get(0).key())).isEqualTo("op-7");
      assertThat(Schemas.mistakes("operation", records.get(0).value())).isEmpty();
      Operation operation = OperationReader.operation(records.get(0).value());
      assertThat(operation.outcome()).isEqualTo(Outcome.RECOVERED);
      assertThat(operation.requestIds()).containsExactly("req-1", "req-2");
      assertThat(records.get(0).getRecordTime().toEpochMilli()).isEqualTo(operation.endedMs());
    }
  }

  @Test
  void shouldWaitForWhatComesOutOfOrder() throws IOException {
    try (TopologyFixture line = line()) {
      // Given
      line.send(attempt("op-7", "req-2", 200, "11:00:02"));
      line.send(attempt("op-8", "req-3", 200, "11:00:05"));

      // When
      line.send(attempt("op-7", "req-1", 500, "11:00:00"));
      line.send(attempt("op-9", "req-4", 200, "11:05:00"));

      // Then
      List<Operation> operations = operations(line);
      assertThat(operations).hasSize(2);
      assertThat(operations.get(0).requestIds()).containsExactly("req-1", "req-2");
      assertThat(operations.get(0).outcome()).isEqualTo(Outcome.RECOVERED);
    }
  }

  @Test
  void shouldCloseBySilenceWhenNothingFollows() throws IOException {
    try (TopologyFixture line = line()) {
      // Given
      line.send(attempt("op-7", "req-1", 500, "11:00:00"));
      line.driver.advanceWallClockTime(Duration.ofSeconds(129));
      List<Operation> early = operations(line);

      // When
      line.driver.advanceWallClockTime(Duration.ofSeconds(3));

      // Then
      assertThat(early).isEmpty();
      assertThat(operations(line))
          .extracting(Operation::outcome)
          .containsExactly(Outcome.ABANDONED);
    }
  }

  @Test
  void shouldCountWhatComesAfterTheCloseAndAmendNothing() throws IOException {
    LineHooks hooks = LineHooks.endless();
    try (TopologyFixture line = new TopologyFixture(AnalyzerConfig.defaults(), state, hooks)) {
      // Given
      line.send(attempt("op-7", "req-1", 500, "11:00:00"));
      line.driver.advanceWallClockTime(Duration.ofSeconds(135));

      // When
      line.send(attempt("op-7", "req-2", 200, "11:00:02"));
      line.driver.advanceWallClockTime(Duration.ofSeconds(135));

      // Then
      assertThat(operations(line)).extracting(Operation::attempts).containsExactly(1);
      assertThat(hooks.late().sum()).isEqualTo(1);
    }
  }

  @Test
  void shouldNotLetATimeInTheFutureCloseTheOthers() throws IOException {
    try (TopologyFixture line = line()) {
      // Given
      line.send(attempt("op-7", "req-1", 500, "11:00:00"));
      line.send(attempt("op-f", "req-2", 500, "23:00:00"));

      // When
      line.send(attempt("op-7", "req-3", 200, "11:00:01"));
      line.driver.advanceWallClockTime(Duration.ofDays(1));

      // Then
      assertThat(operations(line))
          .extracting(Operation::operationId, Operation::outcome)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("op-7", Outcome.RECOVERED),
              org.assertj.core.groups.Tuple.tuple("op-f", Outcome.ABANDONED));
    }
  }

  @Test
  void shouldCloseEverythingWhenTheInputHasEnded() throws IOException {
    LineHooks hooks = LineHooks.finite();
    try (TopologyFixture line = new TopologyFixture(AnalyzerConfig.defaults(), state, hooks)) {
      // Given
      line.send(attempt("op-7", "req-1", 500, "11:00:00"));
      line.send(attempt("op-8", "req-2", 200, "11:00:01"));

      // When
      hooks.drain().request();
      line.driver.advanceWallClockTime(Duration.ofMillis(50));

      // Then
      assertThat(hooks.drain().done()).isTrue();
      assertThat(operations(line)).hasSize(2);
      assertThat(line.driver.<Object, Object>getKeyValueStore("operations").all().hasNext())
          .isFalse();
    }
  }

  @Test
  void shouldStopAtAnAttemptThatIsNone() {
    try (TopologyFixture line = line()) {
      // Given
      ByteArraySerializer write = new ByteArraySerializer();
      var attempts = line.driver.createInputTopic(line.topics.attempts().name(), write, write);

      // When / Then
      assertThatThrownBy(() -> attempts.pipeInput(bytes("op-7"), bytes("no attempt")))
          .isInstanceOf(StreamsException.class);
      assertThat(line.read(line.topics.deadLetters())).isEmpty();
    }
  }

  private TopologyFixture line() {
    return new TopologyFixture(AnalyzerConfig.defaults(), state);
  }

  private static List<Operation> operations(TopologyFixture line) throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (TestRecord<byte[], byte[]> record : line.read(line.topics.operations())) {
      operations.add(OperationReader.operation(record.value()));
    }
    return operations;
  }

  private static String attempt(String operation, String request, int status, String time) {
    return """
        {"request_id":"%s","operation_id":"%s","timestamp":"2026-11-01T%s.000Z","duration_ms":0,\
        "response":{"status":%d,"body":"{}"}}"""
        .formatted(request, operation, time, status);
  }
}
