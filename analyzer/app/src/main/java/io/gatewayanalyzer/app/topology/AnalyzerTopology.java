package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.CorrelateSettings;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.store.BatchedStores;
import io.gatewayanalyzer.app.store.BeforeCommit;
import io.gatewayanalyzer.app.topology.ClassifyProcessor.Sinks;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.ChunkReader;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.judge.Judge;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The whole line, in the order the data flows. {@code docs/topology.txt} is its description. */
public final class AnalyzerTopology {
  private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
  private static final ByteArraySerializer WRITE = new ByteArraySerializer();

  private AnalyzerTopology() {}

  /** The line with these settings and rules. */
  public static Topology build(AnalyzerConfig config, Catalog catalog) {
    return build(config, catalog, LineHooks.endless());
  }

  /** The line with these settings and rules, for a process that looks after it. */
  public static Topology build(AnalyzerConfig config, Catalog catalog, LineHooks hooks) {
    return build(config, catalog, config.alerts().policies(), hooks);
  }

  /** The line with these settings, rules and alert policies. */
  public static Topology build(
      AnalyzerConfig config, Catalog catalog, Policies policies, LineHooks hooks) {
    return build(config, catalog.version(), () -> new Judge(catalog)::judge, policies, hooks);
  }

  /** The line up to the attempts topic alone, to be measured. */
  public static Topology buildLeft(AnalyzerConfig config, Catalog catalog) {
    Topology line = empty(config);
    left(line, config, catalog.version(), () -> new Judge(catalog)::judge, LineWatcher.NOBODY);
    return line;
  }

  static Topology build(
      AnalyzerConfig config,
      String catalogVersion,
      Supplier<Judging> judges,
      Policies policies,
      LineHooks hooks) {
    LineWatcher watcher = hooks.watcher();
    Topology line = empty(config);
    left(line, config, catalogVersion, judges, watcher);
    chunks(line, config, catalogVersion, watcher);
    assemble(line, config, catalogVersion, judges, hooks);
    correlate(line, config, policies, hooks);
    countUnknown(line, config, policies, hooks);
    alert(line, config, policies, hooks);
    return line;
  }

  private static Topology empty(AnalyzerConfig config) {
    return new Topology(new TopologyConfig(new StreamsConfig(StreamsProperties.of(config))));
  }

  /** Up to the attempts topic: no state, and the only part that meets foreign bytes. */
  private static void left(
      Topology line,
      AnalyzerConfig config,
      String catalogVersion,
      Supplier<Judging> judges,
      LineWatcher watcher) {
    Topics topics = Topics.of(config);
    int maxBytes = config.decode().maxBytes();
    UnknownRecords unknown = new UnknownRecords(maxBytes, catalogVersion);

    line.addSource(
            AutoOffsetReset.earliest(), Names.RAW_REQUESTS, READ, READ, topics.rawRequests().name())
        .addProcessor(
            Names.DECODE,
            () -> new DecodeProcessor(new Decoder(maxBytes), unknown, watcher),
            Names.RAW_REQUESTS)
        .addProcessor(
            Names.CLASSIFY,
            () -> new ClassifyProcessor(judges.get(), unknown, Sinks.OF_REQUESTS),
            Names.DECODE)
        .addSink(Names.ATTEMPTS, topics.attempts().name(), WRITE, WRITE, Names.CLASSIFY)
        .addSink(Names.ERRORS, topics.errors().name(), WRITE, WRITE, Names.CLASSIFY)
        .addSink(Names.STREAM_REQUESTS, topics.streamInputs().name(), WRITE, WRITE, Names.DECODE)
        .addSink(
            Names.UNKNOWN, topics.unknown().name(), WRITE, WRITE, Names.DECODE, Names.CLASSIFY);
  }

  /** Chunks of streams that are logged apart: to where their requests go, too. */
  private static void chunks(
      Topology line, AnalyzerConfig config, String catalogVersion, LineWatcher watcher) {
    Topics topics = Topics.of(config);
    int maxBytes = config.decode().maxBytes();
    UnknownRecords unknown = new UnknownRecords(maxBytes, catalogVersion);

    line.addSource(
            AutoOffsetReset.earliest(), Names.RAW_STREAMS, READ, READ, topics.rawStreams().name())
        .addProcessor(
            Names.DECODE_CHUNKS,
            () -> new ChunkProcessor(new ChunkReader(maxBytes), unknown, watcher),
            Names.RAW_STREAMS)
        .addSink(
            Names.STREAM_CHUNKS, topics.streamInputs().name(), WRITE, WRITE, Names.DECODE_CHUNKS)
        .addSink(Names.UNKNOWN_CHUNKS, topics.unknown().name(), WRITE, WRITE, Names.DECODE_CHUNKS);
  }

  /** Streams that are logged apart, by request id, up to the attempts topic. */
  private static void assemble(
      Topology line,
      AnalyzerConfig config,
      String catalogVersion,
      Supplier<Judging> judges,
      LineHooks hooks) {
    Topics topics = Topics.of(config);
    UnknownRecords unknown = new UnknownRecords(config.decode().maxBytes(), catalogVersion);

    line.addSource(
            AutoOffsetReset.earliest(),
            Names.STREAM_INPUTS_BY_REQUEST,
            READ,
            READ,
            topics.streamInputs().name())
        .addProcessor(
            Names.ASSEMBLE,
            () -> new StepProcessor<>(new Assembling(config.streams(), hooks), hooks.streams()),
            Names.STREAM_INPUTS_BY_REQUEST)
        .addStateStore(store(Names.STREAMS_STORE, config.streams().store(), hooks), Names.ASSEMBLE)
        .addProcessor(
            Names.CLASSIFY_STREAMS,
            () -> new ClassifyProcessor(judges.get(), unknown, Sinks.OF_STREAMS),
            Names.ASSEMBLE)
        .addSink(
            Names.STREAM_ATTEMPTS, topics.attempts().name(), WRITE, WRITE, Names.CLASSIFY_STREAMS)
        .addSink(Names.STREAM_ERRORS, topics.errors().name(), WRITE, WRITE, Names.CLASSIFY_STREAMS)
        .addSink(
            Names.STREAM_UNKNOWN, topics.unknown().name(), WRITE, WRITE, Names.CLASSIFY_STREAMS);
  }

  /** From the attempts topic on, which is public and keyed as the operations are. */
  private static void correlate(
      Topology line, AnalyzerConfig config, Policies policies, LineHooks hooks) {
    Topics topics = Topics.of(config);
    CorrelateSettings settings = config.correlate();

    line.addSource(
            AutoOffsetReset.earliest(),
            Names.ATTEMPTS_BY_OPERATION,
            READ,
            READ,
            topics.attempts().name())
        .addProcessor(
            Names.READ_ATTEMPTS,
            () -> new AttemptParser(hooks.watcher()),
            Names.ATTEMPTS_BY_OPERATION)
        .addProcessor(
            Names.CORRELATE,
            () -> new StepProcessor<>(new Correlating(settings.times(), hooks), hooks.drain()),
            Names.READ_ATTEMPTS)
        .addStateStore(store(Names.OPERATIONS_STORE, settings.store(), hooks), Names.CORRELATE)
        .addSink(Names.OPERATIONS, topics.operations().name(), WRITE, WRITE, Names.CORRELATE)
        .addProcessor(
            Names.COUNT,
            () -> new CountProcessor(policies, hooks.alerts().counted()),
            Names.READ_ATTEMPTS,
            Names.CORRELATE)
        .addStateStore(TaskClock.named(Names.ATTEMPT_CLOCK), Names.CORRELATE, Names.COUNT)
        .addStateStore(BeforeCommit.named(Names.COUNT_COMMITS), Names.COUNT)
        .addSink(Names.COUNTS, topics.counts().name(), WRITE, WRITE, Names.COUNT);
  }

  /** What cannot be read is no attempt, but may be an alert. */
  private static void countUnknown(
      Topology line, AnalyzerConfig config, Policies policies, LineHooks hooks) {
    Topics topics = Topics.of(config);

    line.addSource(
            AutoOffsetReset.earliest(), Names.UNKNOWN_BY_SHAPE, READ, READ, topics.unknown().name())
        .addProcessor(
            Names.COUNT_UNKNOWN,
            () -> new CountUnknownProcessor(policies, hooks.alerts().counted(), hooks.watcher()),
            Names.UNKNOWN_BY_SHAPE)
        .addStateStore(BeforeCommit.named(Names.COUNT_UNKNOWN_COMMITS), Names.COUNT_UNKNOWN)
        .addSink(
            Names.COUNTS_OF_UNKNOWN, topics.counts().name(), WRITE, WRITE, Names.COUNT_UNKNOWN);
  }

  /** From the counts on, those of a gateway together. */
  private static void alert(
      Topology line, AnalyzerConfig config, Policies policies, LineHooks hooks) {
    Topics topics = Topics.of(config);
    AlertHooks alerts = hooks.alerts();

    line.addSource(
            AutoOffsetReset.earliest(), Names.COUNTS_BY_GATEWAY, READ, READ, topics.counts().name())
        .addProcessor(
            Names.READ_COUNTS, () -> new CountParser(hooks.watcher()), Names.COUNTS_BY_GATEWAY)
        .addProcessor(
            Names.ALERT,
            () ->
                new StepProcessor<>(
                    new Alerting(policies, alerts, hooks.watcher()), alerts.judged()),
            Names.READ_COUNTS)
        .addStateStore(
            store(Names.SCOPES_STORE, CorrelateSettings.Store.MEMORY, hooks), Names.ALERT)
        .addProcessor(
            Names.INHIBIT,
            () -> new StepProcessor<>(new Inhibiting(alerts, hooks.watcher()), alerts.said()),
            Names.ALERT)
        .addStateStore(
            store(Names.MUTED_STORE, CorrelateSettings.Store.MEMORY, hooks), Names.INHIBIT)
        .addStateStore(TaskClock.named(Names.COUNT_CLOCK), Names.ALERT, Names.INHIBIT)
        .addSink(Names.ALERTS, topics.alerts().name(), WRITE, WRITE, Names.INHIBIT);
  }

  /** Logged to Kafka, compacted. In RocksDB not cached: hardly a key comes twice in a commit. */
  private static StoreBuilder<?> store(String name, CorrelateSettings.Store kind, LineHooks hooks) {
    if (kind == CorrelateSettings.Store.MEMORY) {
      return new BatchedStores(name, Map.of(), new StoreSizes(hooks.watcher()));
    }
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(Map.of())
        .withCachingDisabled();
  }
}
