package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.store.TaskStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The clock that the nodes of one task share: the first of them moves it, the others look. */
final class TaskClock extends TaskStore {
  private final EventClock clock = new EventClock();

  private TaskClock(String name) {
    super(name);
  }

  /** A builder of one for each task. */
  static StoreBuilder<TaskClock> named(String name) {
    return builder(name, TaskClock::new);
  }

  EventClock clock() {
    return clock;
  }
}
