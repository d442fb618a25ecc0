package io.gatewayanalyzer.app.topology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/**
 * Which key is to be woken when, in order. Each operation costs a logarithm of the number of keys;
 * nothing walks over them. Not thread safe.
 */
final class DueIndex {
  private static final Comparator<Wake> ORDER =
      Comparator.comparingLong(Wake::dueMs).thenComparing(Wake::key);

  private final Map<Bytes, Wake> byKey = new HashMap<>();
  private final TreeSet<Wake> byTime = new TreeSet<>(ORDER);

  /**
   * When to wake a key.
   *
   * @param key the key
   * @param dueMs event time, epoch milliseconds
   * @param wishMs when the step wished to be woken; {@code dueMs} unless that is out of reach
   */
  record Wake(Bytes key, long dueMs, long wishMs) {}

  /** Wakes a key then, and not when it was to be woken before. */
  void set(Wake wake) {
    Wake before = byKey.put(wake.key(), wake);
    if (before != null) {
      byTime.remove(before);
    }
    byTime.add(wake);
  }

  /** Wakes a key no more. */
  void remove(Bytes key) {
    Wake before = byKey.remove(key);
    if (before != null) {
      byTime.remove(before);
    }
  }

  /** Takes out the key that has been due for longest; null when none is due at that time. */
  Wake next(long timeMs) {
    if (byTime.isEmpty() || byTime.first().dueMs() > timeMs) {
      return null;
    }
    Wake first = byTime.pollFirst();
    byKey.remove(first.key());
    return first;
  }

  /** Whether the key is to be woken at all. */
  boolean holds(Bytes key) {
    return byKey.containsKey(key);
  }

  void clear() {
    byKey.clear();
    byTime.clear();
  }
}
