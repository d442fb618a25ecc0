package io.gatewayanalyzer.app.store;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Something of which each task has one. A store only because that is how Kafka Streams lets the
 * nodes of a task share anything: nothing is kept, and there is no changelog.
 */
public abstract class TaskStore implements StateStore {
  private final String name;
  private boolean open;

  /** One of this name. */
  protected TaskStore(String name) {
    this.name = name;
  }

  /**
   * A builder of one for each task.
   *
   * @param make makes one of that name
   */
  public static <T extends TaskStore> StoreBuilder<T> builder(
      String name, Function<String, T> make) {
    return new Builder<>(name, make);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final void init(StateStoreContext context, StateStore root) {
    context.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public final void close() {
    open = false;
  }

  @Override
  public final boolean persistent() {
    return false;
  }

  @Override
  public final boolean isOpen() {
    return open;
  }

  private record Builder<T extends TaskStore>(String name, Function<String, T> make)
      implements StoreBuilder<T> {
    @Override
    public T build() {
      return make.apply(name);
    }

    @Override
    public StoreBuilder<T> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<T> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<T> withLoggingEnabled(Map<String, String> config) {
      return this;
    }

    @Override
    public StoreBuilder<T> withLoggingDisabled() {
      return this;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
