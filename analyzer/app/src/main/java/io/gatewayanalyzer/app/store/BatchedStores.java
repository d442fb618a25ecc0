package io.gatewayanalyzer.app.store;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds stores on the heap whose changelog is written in batches; it is always written. */
public final class BatchedStores implements StoreBuilder<KeyValueStore<Bytes, byte[]>> {
  private final String name;
  private final Map<String, String> logConfig;
  private final StoreWatcher watcher;

  /**
   * A builder.
   *
   * @param name of the store; the changelog carries it
   * @param logConfig settings of the changelog topic
   * @param watcher hears how large they are
   */
  public BatchedStores(String name, Map<String, String> logConfig, StoreWatcher watcher) {
    this.name = name;
    this.logConfig = Map.copyOf(logConfig);
    this.watcher = watcher;
  }

  @Override
  public KeyValueStore<Bytes, byte[]> build() {
    LoggedMap map = new LoggedMap();
    KeyValueStore<Bytes, byte[]> changelog =
        Stores.keyValueStoreBuilder(new Segments(name, map), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingEnabled(logConfig)
            .withCachingDisabled()
            .build();
    return new BatchedStore(map, changelog, watcher);
  }

  @Override
  public Map<String, String> logConfig() {
    return logConfig;
  }

  @Override
  public boolean loggingEnabled() {
    return true;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public StoreBuilder<KeyValueStore<Bytes, byte[]>> withCachingEnabled() {
    return this;
  }

  @Override
  public StoreBuilder<KeyValueStore<Bytes, byte[]>> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<KeyValueStore<Bytes, byte[]>> withLoggingEnabled(Map<String, String> config) {
    return new BatchedStores(name, config, watcher);
  }

  @Override
  public StoreBuilder<KeyValueStore<Bytes, byte[]>> withLoggingDisabled() {
    throw new UnsupportedOperationException("store " + name + " is nothing without its log");
  }

  private record Segments(String name, LoggedMap map) implements KeyValueBytesStoreSupplier {
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
      return new SegmentStore(name, map);
    }

    @Override
    public String metricsScope() {
      return "batched";
    }
  }
}
