package io.gatewayanalyzer.app.store;

import org.apache.kafka.common.utils.Bytes;

/** One key with its value, and where the log has it. */
final class Entry {
  final Bytes key;

  /** Null once the key is deleted. */
  byte[] value;

  /** The segment that has the key's last value; null when the log has none. */
  Segment segment;

  /** Whether the log does not know yet. */
  boolean changed;

  Entry(Bytes key) {
    this.key = key;
  }
}
