package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.classify.Catalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The whole line with its own rules: raw records in, operations to whoever watches. */
final class TracedLine {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private TracedLine() {}

  /** Sends these records through a line of its own, to its end. */
  static void run(List<String> raw, Path state, LineWatcher watcher) {
    AnalyzerConfig config = AnalyzerConfig.defaults();
    AnalyzerConfig here = config.withProcessing(config.processing().withStateDirectory(state));
    LineHooks hooks = LineHooks.finite().watched(watcher);
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            AnalyzerTopology.build(here, Catalog.builtIn(), hooks),
            StreamsProperties.of(here),
            NOON)) {
      ByteArraySerializer write = new ByteArraySerializer();
      TestInputTopic<byte[], byte[]> input =
          driver.createInputTopic(Topics.of(here).rawRequests().name(), write, write);
      for (String record : raw) {
        input.pipeInput(new byte[] {1}, record.getBytes(StandardCharsets.UTF_8), NOON);
      }
      hooks.drain().request();
      driver.advanceWallClockTime(Duration.ofMillis(50));
    }
  }
}
