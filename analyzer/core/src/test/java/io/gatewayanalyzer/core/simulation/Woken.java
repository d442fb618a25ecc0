package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.step.Decision;
import io.gatewayanalyzer.core.step.Step;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A step with its states and its alarm clock.
 *
 * @param <K> what states are kept by
 */
final class Woken<K, S, I, O> {
  private final Step<S, I, O> step;
  private final Map<K, S> states = new HashMap<>();
  private final Map<K, Long> wishes = new HashMap<>();
  private final PriorityQueue<Wish<K>> queue =
      new PriorityQueue<>(Comparator.comparingLong(Wish::dueMs));

  private record Wish<K>(K key, long dueMs) {}

  Woken(Step<S, I, O> step) {
    this.step = step;
  }

  List<O> on(K key, I input, long timeMs) {
    return applied(key, step.on(states.get(key), input, timeMs));
  }

  /** The outputs of the next state that wished to be woken by now; null when none did. */
  List<O> due(long timeMs) {
    while (!queue.isEmpty() && queue.peek().dueMs() <= timeMs) {
      Wish<K> wish = queue.poll();
      if (wishes.getOrDefault(wish.key(), Decision.NEVER) == wish.dueMs()) {
        return applied(wish.key(), step.due(states.get(wish.key()), timeMs));
      }
    }
    return null;
  }

  Map<K, S> states() {
    return states;
  }

  private List<O> applied(K key, Decision<S, O> decision) {
    if (decision.state() == null) {
      states.remove(key);
      wishes.remove(key);
      return decision.outputs();
    }
    states.put(key, decision.state());
    Long before = wishes.put(key, decision.dueMs());
    if (decision.dueMs() != Decision.NEVER && !Long.valueOf(decision.dueMs()).equals(before)) {
      queue.add(new Wish<>(key, decision.dueMs()));
    }
    return decision.outputs();
  }
}
