package io.gatewayanalyzer.app.topology;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The clock that the nodes of one task share: the first of them moves it, the others look. A store
 * only because that is how Kafka Streams lets the nodes of a task share anything; nothing is kept.
 */
final class TaskClock implements StateStore {
  private final String name;
  private final EventClock clock = new EventClock();
  private boolean open;

  private TaskClock(String name) {
    this.name = name;
  }

  /** A builder of one for each task. */
  static StoreBuilder<TaskClock> named(String name) {
    return new Builder(name);
  }

  EventClock clock() {
    return clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private record Builder(String name) implements StoreBuilder<TaskClock> {
    @Override
    public TaskClock build() {
      return new TaskClock(name);
    }

    @Override
    public StoreBuilder<TaskClock> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<TaskClock> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<TaskClock> withLoggingEnabled(Map<String, String> config) {
      return this;
    }

    @Override
    public StoreBuilder<TaskClock> withLoggingDisabled() {
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
