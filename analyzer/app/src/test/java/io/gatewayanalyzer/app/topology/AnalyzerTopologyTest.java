package io.gatewayanalyzer.app.topology;

import static io.gatewayanalyzer.app.topology.TopologyFixture.NOON;
import static io.gatewayanalyzer.app.topology.TopologyFixture.bytes;
import static io.gatewayanalyzer.app.topology.TopologyFixture.header;
import static io.gatewayanalyzer.app.topology.TopologyFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.serde.RecordReader;
import io.gatewayanalyzer.app.serde.Schemas;
import io.gatewayanalyzer.core.event.RawRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzerTopologyTest {
  @TempDir private Path state;
  private TopologyFixture line;

  @BeforeEach
  void open() {
    line = new TopologyFixture(AnalyzerConfig.defaults(), state);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void shouldGiveOneAttemptForAHealthyRequest() throws IOException {
    // Given
    String raw = request(200, "2026-11-01T11:59:58.500Z");

    // When
    line.send(raw);

    // Then
    List<TestRecord<byte[], byte[]>> attempts = line.read(line.topics.attempts());
    assertThat(attempts).hasSize(1);
    assertThat(text(attempts.get(0).key())).isEqualTo("op-7");
    assertThat(attempts.get(0).getRecordTime()).isEqualTo(NOON.minusMillis(1500));
    assertThat(RecordReader.attempt(attempts.get(0).value()).rawRef())
        .isEqualTo(new RawRef("llmgw.raw.requests.v1", 0, 0));
    assertThat(RecordReader.attempt(attempts.get(0).value()).healthy()).isTrue();
    assertEmpty(line.topics.errors(), line.topics.unknown(), line.topics.deadLetters());
  }

  @Test
  void shouldGiveAttemptAndErrorForARecognizedError() throws IOException {
    // Given
    String raw = request(500, "2026-11-01T11:59:58.500Z");

    // When
    line.send(raw);

    // Then
    List<TestRecord<byte[], byte[]>> errors = line.read(line.topics.errors());
    assertThat(line.read(line.topics.attempts())).hasSize(1);
    assertThat(errors).hasSize(1);
    assertThat(text(errors.get(0).key())).isEqualTo("op-7");
    assertThat(RecordReader.error(errors.get(0).value()).error().message()).isEqualTo("broken");
    assertEmpty(line.topics.unknown(), line.topics.deadLetters());
  }

  @Test
  void shouldKeepWhatOnlyTheStatusExplainsByteForByteWithItsHeaders() throws IOException {
    // Given
    byte[] raw = bytes("  " + request(599, "2026-11-01T11:59:58.500Z") + "\r\n");
    RecordHeaders headers = new RecordHeaders();
    headers.add("gateway-log-format", bytes("canonical")).add("binary", new byte[] {0, -1});

    // When
    line.send(raw, headers);

    // Then
    TestRecord<byte[], byte[]> unknown = only(line.read(line.topics.unknown()));
    assertThat(unknown.value()).isEqualTo(raw);
    assertThat(text(unknown.key())).isEqualTo("00000000000005ff");
    assertThat(unknown.headers().lastHeader("binary").value()).containsExactly(0, -1);
    assertThat(header(unknown, "gateway-log-format")).isEqualTo("canonical");
    assertThat(header(unknown, "reason")).isEqualTo("unrecognized_error");
    assertThat(header(unknown, "fingerprint")).isEqualTo("00000000000005ff");
    assertThat(header(unknown, "raw_ref")).isEqualTo("llmgw.raw.requests.v1-0-0");
    assertThat(header(unknown, "request_id")).isEqualTo("req-81");
    assertThat(header(unknown, "content_type")).isEqualTo("application/json");
    assertThat(header(unknown, "catalog_version")).isEqualTo("rules-1");
    assertThat(Schemas.mistakes("unknown-headers", ours(unknown))).isEmpty();
    assertThat(line.read(line.topics.attempts())).hasSize(1);
    assertThat(line.read(line.topics.errors())).hasSize(1);
  }

  @Test
  void shouldKeepBytesThatAreNoRecordAndNothingElse() throws IOException {
    // Given
    byte[] raw = {(byte) 0xC3, 0x28, 0, '{', '"'};

    // When
    line.send(raw, new RecordHeaders());

    // Then
    TestRecord<byte[], byte[]> unknown = only(line.read(line.topics.unknown()));
    assertThat(unknown.value()).isEqualTo(raw);
    assertThat(header(unknown, "reason")).isEqualTo("undecodable_record");
    assertThat(header(unknown, "undecodable")).isEqualTo("not_json");
    assertThat(header(unknown, "raw_ref")).isEqualTo("llmgw.raw.requests.v1-0-0");
    assertThat(text(unknown.key())).isEqualTo(header(unknown, "fingerprint"));
    assertThat(Schemas.mistakes("unknown-headers", ours(unknown))).isEmpty();
    assertEmpty(line.topics.attempts(), line.topics.errors(), line.topics.deadLetters());
  }

  @Test
  void shouldKeepARecordWithoutValue() {
    // Given
    byte[] tombstone = null;

    // When
    line.send(tombstone, new RecordHeaders());

    // Then
    TestRecord<byte[], byte[]> unknown = only(line.read(line.topics.unknown()));
    assertThat(unknown.value()).isNull();
    assertThat(header(unknown, "undecodable")).isEqualTo("empty");
  }

  @ParameterizedTest
  @ValueSource(ints = {418, 419})
  void shouldSetAsideWhatOurOwnCodeFailsOnAndGoOn(int status) {
    // Given
    String raw = request(status, "2026-11-01T11:59:58.500Z");

    // When
    line.send(raw);
    line.send(request(200, "2026-11-01T11:59:59Z"));

    // Then
    TestRecord<byte[], byte[]> letter = only(line.read(line.topics.deadLetters()));
    assertThat(text(letter.value())).isEqualTo(raw);
    assertThat(text(letter.key())).isEqualTo("any key");
    assertThat(header(letter, "__streams.errors.offset")).isEqualTo("0");
    assertThat(header(letter, "__streams.errors.stacktrace")).contains("StatusJudge");
    assertThat(StreamSupport.stream(letter.headers().spliterator(), false))
        .noneMatch(header -> text(header.value()).contains(StatusJudge.SECRET));
    assertThat(line.read(line.topics.attempts())).hasSize(1);
    assertEmpty(line.topics.errors(), line.topics.unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-10-31T11:59:59Z",
        "2026-11-01T12:00:01Z",
        "9999-12-31T23:59:59Z"
      })
  void shouldNotLetAFarEventTimeDecideHowLongAnAttemptIsKept(String eventTime) throws IOException {
    // Given
    String raw = request(200, eventTime);

    // When
    line.send(raw);

    // Then
    TestRecord<byte[], byte[]> attempt = only(line.read(line.topics.attempts()));
    assertThat(attempt.getRecordTime()).isEqualTo(NOON);
    assertThat(text(attempt.value()))
        .contains("\"event_time\":\"" + eventTime.replace("Z", ".000Z"));
    assertThat(RecordReader.attempt(attempt.value()).ingestTimeMs()).isEqualTo(NOON.toEpochMilli());
  }

  private void assertEmpty(Topic... topics) {
    assertThat(Arrays.stream(topics).filter(topic -> !line.read(topic).isEmpty())).isEmpty();
  }

  private static TestRecord<byte[], byte[]> only(List<TestRecord<byte[], byte[]>> records) {
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static String ours(TestRecord<byte[], byte[]> unknown) {
    return StreamSupport.stream(unknown.headers().spliterator(), false)
        .map(header -> "\"" + header.key() + "\":\"" + text(header.value()) + "\"")
        .filter(field -> !field.startsWith("\"binary"))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String request(int status, String timestamp) {
    return """
        {"request_id":"req-81","operation_id":"op-7","timestamp":"%s","gateway":"anannas",\
        "response":{"status":%d,"headers":{"Content-Type":"application/json"},"body":"{}"}}"""
        .formatted(timestamp, status);
  }
}
