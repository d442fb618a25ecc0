package io.gatewayanalyzer.app.store;

import java.util.Arrays;

/**
 * Packs entries into a segment: a byte for the format, then per entry the length of the key, the
 * length of the value plus one or zero for a key that is gone, the key, the value. Lengths are in
 * groups of seven bits, the lowest first. Reuses its buffer; not thread safe.
 */
final class SegmentWriter {
  /**
   * The format, version 1. Negative, so that no segment can be mistaken for a state, which begins
   * with a time.
   */
  static final byte FORMAT = (byte) 0xB1;

  private static final int FIRST_SIZE = 16 * 1024;
  private static final int MOST_LENGTH_BYTES = 10;
  private static final int GROUP_BITS = 7;
  private static final int GROUP = 0x7f;
  private static final int MORE = 0x80;

  private byte[] buffer = new byte[FIRST_SIZE];
  private int size;

  SegmentWriter() {
    clear();
  }

  /** Whether nothing was added. */
  boolean isEmpty() {
    return size == 1;
  }

  int size() {
    return size;
  }

  /**
   * Adds an entry.
   *
   * @param value null for a key that is gone
   */
  void add(byte[] key, byte[] value) {
    int length = value == null ? 0 : value.length;
    reserve(key.length + length + MOST_LENGTH_BYTES);
    length(key.length);
    length(value == null ? 0 : length + 1);
    raw(key);
    if (value != null) {
      raw(value);
    }
  }

  /** The segment; the next one begins empty. */
  byte[] take() {
    byte[] segment = Arrays.copyOf(buffer, size);
    clear();
    return segment;
  }

  private void clear() {
    buffer[0] = FORMAT;
    size = 1;
    if (buffer.length > 4 * LogWriter.SEGMENT_BYTES) {
      buffer = Arrays.copyOf(buffer, FIRST_SIZE);
    }
  }

  private void length(int length) {
    int rest = length;
    while ((rest & ~GROUP) != 0) {
      buffer[size++] = (byte) (rest & GROUP | MORE);
      rest >>>= GROUP_BITS;
    }
    buffer[size++] = (byte) rest;
  }

  private void raw(byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void reserve(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, Math.addExact(size, more)));
    }
  }
}
