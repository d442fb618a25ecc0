package io.gatewayanalyzer.app.topology;

import static io.gatewayanalyzer.app.topology.TopologyFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigReader;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmittedPayloadTest {
  private static final AnalyzerConfig SMALL =
      ConfigReader.parse("test", "decode: {max-bytes: 4096}");

  @Test
  void shouldKeepTooLargeARecordThatCanBeSent(@TempDir Path state) {
    try (TopologyFixture line = new TopologyFixture(SMALL, state)) {
      // Given
      byte[] raw = new byte[5_000];

      // When
      line.send(raw, new RecordHeaders());

      // Then
      List<TestRecord<byte[], byte[]>> unknown = line.read(line.topics.unknown());
      assertThat(unknown).hasSize(1);
      assertThat(unknown.get(0).value()).isEqualTo(raw);
      assertThat(header(unknown.get(0), "undecodable")).isEqualTo("too_large");
    }
  }

  @Test
  void shouldPointToARecordThatCannotBeSent(@TempDir Path state) {
    try (TopologyFixture line = new TopologyFixture(SMALL, state)) {
      // Given
      byte[] raw = new byte[2_000_000];

      // When
      line.send(raw, new RecordHeaders());

      // Then
      List<TestRecord<byte[], byte[]>> unknown = line.read(line.topics.unknown());
      assertThat(unknown).hasSize(1);
      assertThat(unknown.get(0).value()).isEmpty();
      assertThat(header(unknown.get(0), "omitted_bytes")).isEqualTo("2000000");
      assertThat(header(unknown.get(0), "raw_ref")).isEqualTo("llmgw.raw.requests.v1-0-0");
      assertThat(header(unknown.get(0), "reason")).isEqualTo("undecodable_record");
    }
  }
}
