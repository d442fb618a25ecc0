package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.classify.Catalog;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** A line that can be measured. All run with the properties the analyzer runs with. */
enum Line {
  /** Raw bytes in, the same bytes out: what Kafka Streams costs by itself. */
  PASS_THROUGH("pass-through") {
    @Override
    Topology topology(AnalyzerConfig config, LineHooks hooks) {
      return new Topology(new TopologyConfig(new StreamsConfig(StreamsProperties.of(config))))
          .addSource(
              AutoOffsetReset.earliest(),
              "raw-requests",
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer(),
              Topics.of(config).rawRequests().name())
          .addSink(
              "copies",
              COPIES,
              new ByteArraySerializer(),
              new ByteArraySerializer(),
              "raw-requests");
    }

    @Override
    String output(AnalyzerConfig config) {
      return COPIES;
    }
  },

  /** The analyzer up to the attempts topic: attempts, errors, unknown. */
  LEFT("left half") {
    @Override
    Topology topology(AnalyzerConfig config, LineHooks hooks) {
      return AnalyzerTopology.buildLeft(config, Catalog.builtIn());
    }

    @Override
    String output(AnalyzerConfig config) {
      return Topics.of(config).attempts().name();
    }
  },

  /** The analyzer as it runs in production. */
  ANALYZER("analyzer") {
    @Override
    Topology topology(AnalyzerConfig config, LineHooks hooks) {
      return AnalyzerTopology.build(config, Catalog.builtIn(), hooks);
    }

    @Override
    String output(AnalyzerConfig config) {
      return Topics.of(config).attempts().name();
    }
  },

  /** The same, with metrics that are scraped and traces that are sent. */
  WATCHED("watched") {
    @Override
    Topology topology(AnalyzerConfig config, LineHooks hooks) {
      return ANALYZER.topology(config, hooks);
    }

    @Override
    String output(AnalyzerConfig config) {
      return ANALYZER.output(config);
    }

    @Override
    List<String> inputs(AnalyzerConfig config) {
      return ANALYZER.inputs(config);
    }

    @Override
    Line base() {
      return ANALYZER;
    }
  };

  static final String COPIES = "benchmark.copies";

  private final String title;

  Line(String title) {
    this.title = title;
  }

  /**
   * The line itself.
   *
   * @param hooks through which it is watched
   */
  abstract Topology topology(AnalyzerConfig config, LineHooks hooks);

  /** The line that it is held against. */
  Line base() {
    return PASS_THROUGH;
  }

  /** The topic that gets one record for each raw one. */
  abstract String output(AnalyzerConfig config);

  /** The topics whose records must have been worked off at the end. */
  List<String> inputs(AnalyzerConfig config) {
    Topics topics = Topics.of(config);
    return this == ANALYZER
        ? List.of(topics.rawRequests().name(), topics.attempts().name(), topics.counts().name())
        : List.of(topics.rawRequests().name());
  }

  @Override
  public String toString() {
    return title;
  }
}
