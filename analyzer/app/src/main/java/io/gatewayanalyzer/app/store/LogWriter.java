package io.gatewayanalyzer.app.store;

import java.util.ArrayList;
import java.util.List;

/** Writes entries to the log in segments of a decent size. */
final class LogWriter {
  /** A segment is closed before it gets longer; a longer entry has a segment of its own. */
  static final int SEGMENT_BYTES = 256 * 1024;

  /** What a record costs beside its value; keeps the number of small segments in check. */
  static final int RECORD_BYTES = 64;

  private final SegmentLog log;
  private final SegmentWriter bytes;
  private final List<Segment> written = new ArrayList<>();
  private final List<Entry> values = new ArrayList<>();
  private long number;
  private long total;

  /**
   * A writer.
   *
   * @param number of the first segment
   * @param bytes an empty one, to be reused
   */
  LogWriter(SegmentLog log, SegmentWriter bytes, long number) {
    this.log = log;
    this.bytes = bytes;
    this.number = number;
  }

  /** Writes what is so of this entry now. */
  void add(Entry entry) {
    byte[] key = entry.key.get();
    int length = key.length + (entry.value == null ? 0 : entry.value.length);
    if (!bytes.isEmpty() && bytes.size() + length > SEGMENT_BYTES) {
      close();
    }
    int before = bytes.isEmpty() ? -RECORD_BYTES : bytes.size();
    bytes.add(key, entry.value);
    total += bytes.size() - before;
    // Until the segment is closed, so that cleaning does not take it for a survivor.
    entry.segment = null;
    if (entry.value != null) {
      values.add(entry);
    }
  }

  /** Ends the segment that is being written, if there is one. */
  void close() {
    if (bytes.isEmpty()) {
      return;
    }
    Segment segment = new Segment(number, List.copyOf(values), bytes.size() + RECORD_BYTES);
    for (Entry entry : values) {
      entry.segment = segment;
    }
    log.write(number, bytes.take());
    written.add(segment);
    values.clear();
    number++;
  }

  /** Bytes so far, those of the segment that is being written included. */
  long total() {
    return total;
  }

  /** The segments so far. */
  List<Segment> written() {
    return written;
  }
}
