package io.gatewayanalyzer.app.topology;

import static io.gatewayanalyzer.app.topology.TopologyFixture.NOON;
import static io.gatewayanalyzer.app.topology.TopologyFixture.bytes;
import static io.gatewayanalyzer.app.topology.TopologyFixture.header;
import static io.gatewayanalyzer.app.topology.TopologyFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigReader;
import io.gatewayanalyzer.app.serde.RecordReader;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.StreamVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams that are logged apart, through the production wiring and the built-in rules. */
class AssembleTopologyTest {
  private static final String REQUEST =
      """
      {"request_id":"req-1","operation_id":"op-1","timestamp":"2026-11-01T11:59:50Z",\
      "gateway":"anannas","api":"chat_completions","response":{"status":200,"stream_logged":true}}""";

  @TempDir private Path state;
  private Topics topics;
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> requests;
  private TestInputTopic<byte[], byte[]> chunks;

  @BeforeEach
  void open() {
    AnalyzerConfig standard = AnalyzerConfig.defaults();
    AnalyzerConfig config =
        standard.withProcessing(standard.processing().withStateDirectory(state));
    topics = Topics.of(config);
    driver =
        new TopologyTestDriver(
            AnalyzerTopology.build(config, Catalog.builtIn()), StreamsProperties.of(config), NOON);
    ByteArraySerializer write = new ByteArraySerializer();
    requests = driver.createInputTopic(topics.rawRequests().name(), write, write);
    chunks = driver.createInputTopic(topics.rawStreams().name(), write, write);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldJudgeAStreamWhoseRecordComesLast() throws IOException {
    // Given
    chunk(
        0,
        "data: {\\\"choices\\\":[{\\\"delta\\\":{\\\"content\\\":\\\"h\\\"}}]}\\n\\ndata: {\\\"error\\\":{\\\"mes");
    chunk(1, "sage\\\":\\\"Overloaded\\\",\\\"code\\\":502}}\\n\\n");
    assertThat(read(topics.attempts())).isEmpty();

    // When
    request(REQUEST);

    // Then
    Attempt attempt = onlyAttempt();
    assertThat(attempt.operationId()).isEqualTo("op-1");
    assertThat(attempt.streamVerdict()).isEqualTo(StreamVerdict.FAILED_IN_BAND);
    assertThat(attempt.verdict().phase()).isEqualTo(Phase.MID_STREAM);
    assertThat(attempt.rawRef()).isEqualTo(new RawRef("llmgw.raw.requests.v1", 0, 0));
    assertThat(read(topics.errors())).hasSize(1);
  }

  @Test
  void shouldJudgeAStreamAsSoonAsItsErrorComes() throws IOException {
    // Given
    request(REQUEST);
    chunk(0, "data: {\\\"choices\\\":[]}\\n\\n");
    assertThat(read(topics.attempts())).isEmpty();

    // When
    chunk(1, "data: {\\\"error\\\":{\\\"message\\\":\\\"no\\\",\\\"code\\\":429}}\\n\\n");

    // Then
    assertThat(onlyAttempt().verdict().category()).isEqualTo(ErrorCategory.RATE_LIMITED);
  }

  @Test
  void shouldCloseASilentStreamByTheClockOnTheWall() throws IOException {
    // Given
    request(REQUEST);
    chunk(0, "data: {\\\"choices\\\":[]}\\n\\n");

    // When
    driver.advanceWallClockTime(Duration.ofSeconds(75));

    // Then
    assertThat(onlyAttempt().streamVerdict()).isEqualTo(StreamVerdict.TRUNCATED);
  }

  @Test
  void shouldCloseASilentStreamByEventTime() throws IOException {
    // Given
    request(REQUEST);
    chunk(0, "data: {\\\"choices\\\":[]}\\n\\n");

    // When
    chunks.pipeInput(
        bytes("req-2"),
        bytes("{\"request_id\":\"req-2\",\"seq\":0,\"data\":\"\"}"),
        NOON.plusSeconds(75));
    requests.pipeInput(
        null,
        bytes(REQUEST.replace("req-1", "req-2").replace("11:59:50", "12:01:15")),
        NOON.plusSeconds(75));

    // Then
    assertThat(onlyAttempt().streamVerdict()).isEqualTo(StreamVerdict.TRUNCATED);
  }

  @Test
  void shouldJudgeAStreamWithoutRecordAlone() throws IOException {
    // Given
    chunk(0, "data: {\\\"error\\\":{\\\"message\\\":\\\"no\\\",\\\"code\\\":429}}\\n\\n");

    // When
    driver.advanceWallClockTime(Duration.ofMinutes(11));

    // Then
    Attempt attempt = onlyAttempt();
    assertThat(attempt.requestId()).isEqualTo("req-1");
    assertThat(attempt.rawRef()).isEqualTo(new RawRef("llmgw.raw.streams.v1", 0, 0));
    assertThat(attempt.verdict().phase()).isEqualTo(Phase.MID_STREAM);
  }

  @Test
  void shouldNotCallAStreamWholeOfWhichChunksAreMissing() throws IOException {
    // Given
    request(REQUEST);
    chunk(0, "data: {\\\"choices\\\":[]}\\n\\n");
    chunk(0, "data: {\\\"choices\\\":[]}\\n\\n");

    // When
    chunk(3, "data: [DONE]\\n\\n");

    // Then
    List<TestRecord<byte[], byte[]>> attempts = read(topics.attempts());
    assertThat(attempts).hasSize(1);
    assertThat(text(attempts.get(0).value()))
        .contains("\"stream_missing_chunks\":2,\"stream_repeated_chunks\":1,\"catalog_version\"");
    Attempt attempt = RecordReader.attempt(attempts.get(0).value());
    assertThat(attempt.streamVerdict()).isEqualTo(StreamVerdict.COMPLETED);
    assertThat(attempt.chunkLoss()).isEqualTo(new ChunkLoss(2, 1, 0));
  }

  @Test
  void shouldKeepAFrameThatNothingExplainsByteForByte() throws IOException {
    // Given
    request(REQUEST);

    // When
    chunk(0, "data: {\\\"error\\\":{\\\"zorp\\\":\\\"blib\\\"}}\\n\\n");

    // Then
    List<TestRecord<byte[], byte[]>> unknown = read(topics.unknown());
    assertThat(onlyAttempt().verdict().recognized()).isFalse();
    assertThat(unknown).hasSize(1);
    assertThat(text(unknown.get(0).value())).isEqualTo("{\"error\":{\"zorp\":\"blib\"}}");
    assertThat(header(unknown.get(0), "reason")).isEqualTo("unrecognized_error");
  }

  @Test
  void shouldKeepWhatIsNoChunkAtOnce() {
    // Given
    byte[] raw = bytes("data: {}");

    // When
    chunks.pipeInput(bytes("req-1"), raw, NOON);

    // Then
    List<TestRecord<byte[], byte[]>> unknown = read(topics.unknown());
    assertThat(unknown).hasSize(1);
    assertThat(unknown.get(0).value()).isEqualTo(raw);
    assertThat(header(unknown.get(0), "undecodable")).isEqualTo("not_json");
    assertThat(header(unknown.get(0), "raw_ref")).isEqualTo("llmgw.raw.streams.v1-0-0");
  }

  @ParameterizedTest
  @CsvSource({"memory, false", "rocksdb, true"})
  void shouldKeepOpenStreamsWhereTheSettingSays(
      String store, boolean onDisk, @TempDir Path directory) {
    // Given
    AnalyzerConfig set = ConfigReader.parse("test", "streams: {store: " + store + "}");
    AnalyzerConfig config = set.withProcessing(set.processing().withStateDirectory(directory));

    // When
    try (TopologyTestDriver line =
        new TopologyTestDriver(
            AnalyzerTopology.build(config, Catalog.builtIn()),
            StreamsProperties.of(config),
            NOON)) {

      // Then
      assertThat(line.getAllStateStores().get(Names.STREAMS_STORE).persistent()).isEqualTo(onDisk);
    }
  }

  @Test
  void shouldKeepAChunkOfNobody() {
    // When
    chunks.pipeInput(null, bytes("{\"seq\":1,\"data\":\"x\"}"), NOON);

    // Then
    assertThat(header(read(topics.unknown()).get(0), "undecodable")).isEqualTo("no_request_id");
  }

  private void request(String record) {
    requests.pipeInput(null, bytes(record), NOON);
  }

  /** A chunk as a log notes it; the data is JSON text already. */
  private void chunk(int seq, String data) {
    String chunk =
        "{\"request_id\":\"req-1\",\"seq\":" + seq + ",\"data\":\"" + data + "\",\"ended\":null}";
    chunks.pipeInput(bytes("req-1"), bytes(chunk), NOON);
  }

  private Attempt onlyAttempt() throws IOException {
    List<TestRecord<byte[], byte[]>> attempts = read(topics.attempts());
    assertThat(attempts).hasSize(1);
    return RecordReader.attempt(attempts.get(0).value());
  }

  private List<TestRecord<byte[], byte[]>> read(Topic topic) {
    ByteArrayDeserializer read = new ByteArrayDeserializer();
    return driver.createOutputTopic(topic.name(), read, read).readRecordsToList();
  }
}
