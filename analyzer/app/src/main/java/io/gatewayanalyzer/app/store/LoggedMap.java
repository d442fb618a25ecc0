package io.gatewayanalyzer.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * A map that writes its changes to a log of segments and can be read back from it. Later segments
 * override earlier ones. Segments are deleted from the oldest on, so that the news that a key is
 * gone never goes before the value it hides. Not thread safe.
 */
final class LoggedMap {
  /** So long the log may always be, however little is alive. */
  static final long SLACK_BYTES = 1024 * 1024;

  /** The log is cleaned when it is longer than so many times what is alive. */
  private static final int MOST_TIMES_ALIVE = 2;

  /** What an entry takes in a segment beside its key and value. */
  private static final int LENGTHS_BYTES = 3;

  private final Map<Bytes, Entry> entries = new HashMap<>();
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private final SegmentWriter buffer = new SegmentWriter();
  private List<Entry> changed = new ArrayList<>();
  private long aliveBytes;
  private long logBytes;
  private long next;
  private int size;

  /** The value of a key; null when it has none. */
  byte[] get(Bytes key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value;
  }

  /** How many keys have a value. */
  int size() {
    return size;
  }

  /**
   * Changes a value, in memory only.
   *
   * @param value null deletes it
   * @return the value before; null when there was none
   */
  byte[] put(Bytes key, byte[] value) {
    Entry entry = entries.get(key);
    if (entry == null) {
      if (value == null) {
        return null;
      }
      entry = new Entry(key);
      entries.put(key, entry);
    }
    byte[] before = entry.value;
    set(entry, value);
    if (!entry.changed) {
      entry.changed = true;
      changed.add(entry);
    }
    return before;
  }

  /** The keys that have a value, in no order; nothing may change meanwhile. */
  Iterator<Entry> all() {
    return entries.values().stream().filter(entry -> entry.value != null).iterator();
  }

  /** Writes every change once, and cleans the log if it has grown too long. */
  void flush(SegmentLog log) {
    if (changed.isEmpty()) {
      return;
    }
    LogWriter writer = new LogWriter(log, buffer, next);
    changed.forEach(entry -> write(entry, writer));
    changed = new ArrayList<>();
    List<Long> deleted = clean(writer);
    writer.close();
    for (Segment segment : writer.written()) {
      add(segment);
    }
    // After what replaces them: a crash in between must lose nothing.
    deleted.forEach(number -> log.write(number, null));
  }

  /**
   * Takes in one record of the log; all must be given in the order they were written in.
   *
   * @param bytes null when the segment was deleted
   * @throws IllegalStateException when the bytes are no segment
   */
  void restore(long number, byte[] bytes) {
    forget(number);
    next = Math.max(next, number + 1);
    if (bytes == null) {
      return;
    }
    List<Entry> values = new ArrayList<>();
    SegmentReader reader = new SegmentReader(bytes);
    while (reader.next()) {
      Bytes key = Bytes.wrap(reader.key());
      if (reader.value() == null) {
        remove(entries.get(key));
      } else {
        Entry entry = entries.computeIfAbsent(key, Entry::new);
        set(entry, reader.value());
        values.add(entry);
      }
    }
    Segment segment =
        new Segment(number, List.copyOf(values), bytes.length + LogWriter.RECORD_BYTES);
    values.forEach(entry -> entry.segment = segment);
    add(segment);
  }

  /** Forgets everything, as if nothing had ever been written. */
  void clear() {
    entries.clear();
    segments.clear();
    changed.clear();
    aliveBytes = 0;
    logBytes = 0;
    next = 0;
    size = 0;
  }

  /** How long the log is, deleted segments apart. */
  long logBytes() {
    return logBytes;
  }

  /** How long keys and values are together. */
  long aliveBytes() {
    return aliveBytes;
  }

  private void write(Entry entry, LogWriter writer) {
    entry.changed = false;
    if (entry.value != null) {
      writer.add(entry);
      return;
    }
    entries.remove(entry.key);
    if (entry.segment != null) {
      writer.add(entry);
    }
  }

  /**
   * Writes again what is alive in the oldest segments, until the log is short enough. That the log
   * is mostly dead then pays for it: each living entry is written again for a dead one.
   *
   * @return the numbers of the segments that are not needed any more
   */
  private List<Long> clean(LogWriter writer) {
    List<Long> deleted = new ArrayList<>();
    // One segment stays: from it a restart knows which number is next.
    int least = writer.total() > 0 ? 0 : 1;
    while (segments.size() > least
        && logBytes + writer.total() > MOST_TIMES_ALIVE * aliveBytes + SLACK_BYTES) {
      Segment oldest = segments.pollFirstEntry().getValue();
      logBytes -= oldest.bytes();
      for (Entry entry : oldest.values()) {
        if (oldest.equals(entry.segment)) {
          writer.add(entry);
        }
      }
      deleted.add(oldest.number());
    }
    return deleted;
  }

  private void add(Segment segment) {
    segments.put(segment.number(), segment);
    logBytes += segment.bytes();
    next = Math.max(next, segment.number() + 1);
  }

  /** What is still known from this segment alone has a successor that was deleted in its turn. */
  private void forget(long number) {
    Segment segment = segments.remove(number);
    if (segment != null) {
      logBytes -= segment.bytes();
      for (Entry entry : segment.values()) {
        if (segment.equals(entry.segment)) {
          remove(entry);
        }
      }
    }
  }

  private void remove(Entry entry) {
    if (entry != null) {
      set(entry, null);
      entry.segment = null;
      entries.remove(entry.key);
    }
  }

  private void set(Entry entry, byte[] value) {
    if (entry.value != null) {
      aliveBytes -= bytes(entry);
      size--;
    }
    entry.value = value;
    if (value != null) {
      aliveBytes += bytes(entry);
      size++;
    }
  }

  private static long bytes(Entry entry) {
    return (long) entry.key.get().length + entry.value.length + LENGTHS_BYTES;
  }
}
