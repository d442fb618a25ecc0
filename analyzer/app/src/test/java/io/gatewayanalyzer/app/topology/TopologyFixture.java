package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.core.alert.Policies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The production wiring with production properties, driven by hand. */
final class TopologyFixture implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  final Topics topics;
  final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> raw;

  TopologyFixture(AnalyzerConfig config, Path state) {
    this(config, state, LineHooks.endless());
  }

  TopologyFixture(AnalyzerConfig config, Path state, LineHooks hooks) {
    this(config, state, new Policies(List.of()), hooks);
  }

  TopologyFixture(AnalyzerConfig config, Path state, Policies policies, LineHooks hooks) {
    AnalyzerConfig here = config.withProcessing(config.processing().withStateDirectory(state));
    this.topics = Topics.of(here);
    this.driver =
        new TopologyTestDriver(
            AnalyzerTopology.build(here, "rules-1", StatusJudge::new, policies, hooks),
            StreamsProperties.of(here, hooks.watcher()),
            NOON);
    ByteArraySerializer write = new ByteArraySerializer();
    this.raw = driver.createInputTopic(topics.rawRequests().name(), write, write);
  }

  void send(byte[] value, RecordHeaders headers) {
    raw.pipeInput(new TestRecord<>(bytes("any key"), value, headers, NOON));
  }

  void send(String value) {
    send(bytes(value), new RecordHeaders());
  }

  List<TestRecord<byte[], byte[]>> read(Topic topic) {
    ByteArrayDeserializer read = new ByteArrayDeserializer();
    TestOutputTopic<byte[], byte[]> output = driver.createOutputTopic(topic.name(), read, read);
    return output.readRecordsToList();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  static String header(TestRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : text(header.value());
  }

  @Override
  public void close() {
    driver.close();
  }
}
