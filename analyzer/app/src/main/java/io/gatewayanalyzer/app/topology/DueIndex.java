package io.gatewayanalyzer.app.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * Which key is to be woken when, in order. Keys wait in buckets of about a second; only those of
 * the bucket whose turn it is are sorted. A key that is to be woken later than it was stays where
 * it is and is moved when its old time comes. Nothing walks over the keys. Not thread safe.
 */
final class DueIndex {
  private static final int BUCKET_BITS = 10;
  private static final long NEVER = Long.MIN_VALUE;
  private static final Comparator<Armed> ORDER =
      Comparator.comparingLong(Armed::timeMs).thenComparing(armed -> armed.slot().key);

  private final Map<Bytes, Slot> byKey = new HashMap<>();
  private final TreeMap<Long, List<Slot>> buckets = new TreeMap<>();
  private final PriorityQueue<Armed> head = new PriorityQueue<>(ORDER);
  private long headBucket = NEVER;

  /** Wakes a key at this event time, epoch milliseconds, and not when it was to be woken before. */
  void set(Bytes key, long dueMs) {
    Slot slot = byKey.get(key);
    if (slot == null) {
      slot = new Slot(key);
      byKey.put(key, slot);
      slot.dueMs = dueMs;
      arm(slot);
      return;
    }
    slot.dueMs = dueMs;
    if (dueMs < slot.armedMs) {
      arm(slot);
    }
  }

  /** Wakes a key no more. */
  void remove(Bytes key) {
    Slot slot = byKey.remove(key);
    if (slot != null) {
      slot.armedMs = NEVER;
    }
  }

  /** Takes out the key that has been due for longest; null when none is due at that time. */
  Bytes next(long timeMs) {
    while (openHead(timeMs)) {
      Armed first = head.poll();
      Slot slot = first.slot();
      if (slot.armedMs != first.timeMs()) {
        continue;
      }
      if (slot.dueMs > first.timeMs()) {
        arm(slot);
      } else {
        remove(slot.key);
        return slot.key;
      }
    }
    return null;
  }

  /** Whether the key is to be woken at all. */
  boolean holds(Bytes key) {
    return byKey.containsKey(key);
  }

  void clear() {
    byKey.clear();
    buckets.clear();
    head.clear();
    headBucket = NEVER;
  }

  private void arm(Slot slot) {
    slot.armedMs = slot.dueMs;
    long bucket = slot.armedMs >> BUCKET_BITS;
    if (bucket <= headBucket) {
      head.add(new Armed(slot.armedMs, slot));
    } else {
      buckets.computeIfAbsent(bucket, any -> new ArrayList<>()).add(slot);
    }
  }

  /** Sorts the next buckets until something in them may be due; false when nothing is. */
  private boolean openHead(long timeMs) {
    while (head.isEmpty()) {
      if (buckets.isEmpty() || buckets.firstKey() << BUCKET_BITS > timeMs) {
        return false;
      }
      Map.Entry<Long, List<Slot>> bucket = buckets.pollFirstEntry();
      headBucket = bucket.getKey();
      bucket.getValue().forEach(this::open);
    }
    return head.peek().timeMs() <= timeMs;
  }

  private void open(Slot slot) {
    if (slot.armedMs >> BUCKET_BITS != headBucket) {
      return;
    }
    if (slot.dueMs >> BUCKET_BITS > headBucket) {
      arm(slot);
    } else {
      head.add(new Armed(slot.armedMs, slot));
    }
  }

  /** A place in the order; stale when the slot is armed for another time. */
  private record Armed(long timeMs, Slot slot) {}

  private static final class Slot {
    private final Bytes key;
    private long dueMs;

    /** When it is looked at, which is no later than it is due. */
    private long armedMs = NEVER;

    Slot(Bytes key) {
      this.key = key;
    }
  }
}
