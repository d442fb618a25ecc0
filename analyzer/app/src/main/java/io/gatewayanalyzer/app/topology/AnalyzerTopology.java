package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.judge.Judge;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The whole line, in the order the data flows. {@code docs/topology.txt} is its description. */
public final class AnalyzerTopology {
  private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
  private static final ByteArraySerializer WRITE = new ByteArraySerializer();

  private AnalyzerTopology() {}

  /** The line with these settings and rules. */
  public static Topology build(AnalyzerConfig config, Catalog catalog) {
    return build(config, catalog.version(), () -> new Judge(catalog)::judge);
  }

  static Topology build(AnalyzerConfig config, String catalogVersion, Supplier<Judging> judges) {
    Topics topics = Topics.of(config);
    int maxBytes = config.decode().maxBytes();
    UnknownRecords unknown = new UnknownRecords(maxBytes, catalogVersion);
    StreamsConfig streams = new StreamsConfig(StreamsProperties.of(config));

    return new Topology(new TopologyConfig(streams))
        .addSource(
            AutoOffsetReset.earliest(), Names.RAW_REQUESTS, READ, READ, topics.rawRequests().name())
        .addProcessor(
            Names.DECODE,
            () -> new DecodeProcessor(new Decoder(maxBytes), unknown),
            Names.RAW_REQUESTS)
        .addProcessor(
            Names.CLASSIFY, () -> new ClassifyProcessor(judges.get(), unknown), Names.DECODE)
        .addSink(Names.ATTEMPTS, topics.attempts().name(), WRITE, WRITE, Names.CLASSIFY)
        .addSink(Names.ERRORS, topics.errors().name(), WRITE, WRITE, Names.CLASSIFY)
        .addSink(
            Names.UNKNOWN, topics.unknown().name(), WRITE, WRITE, Names.DECODE, Names.CLASSIFY);
  }
}
