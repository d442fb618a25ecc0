package io.gatewayanalyzer.app.store;

import java.util.Arrays;

/** Reads what {@link SegmentWriter} wrote, entry by entry. */
final class SegmentReader {
  private static final int GROUP_BITS = 7;
  private static final int GROUP = 0x7f;

  private final byte[] segment;
  private int at = 1;
  private byte[] key;
  private byte[] value;

  /**
   * A reader in front of the first entry.
   *
   * @throws IllegalStateException when the bytes are no segment
   */
  SegmentReader(byte[] segment) {
    if (segment.length == 0 || segment[0] != SegmentWriter.FORMAT) {
      throw new IllegalStateException("not a segment of this version");
    }
    this.segment = segment;
  }

  /** Goes to the next entry; false when there is none. */
  boolean next() {
    if (at == segment.length) {
      return false;
    }
    int keyLength = length();
    int valueLength = length() - 1;
    key = raw(keyLength);
    value = valueLength < 0 ? null : raw(valueLength);
    return true;
  }

  byte[] key() {
    return key;
  }

  /** Null for a key that is gone. */
  byte[] value() {
    return value;
  }

  private byte[] raw(int length) {
    byte[] bytes = Arrays.copyOfRange(segment, at, at + length);
    at += length;
    return bytes;
  }

  private int length() {
    int length = 0;
    int shift = 0;
    byte octet = segment[at++];
    while (octet < 0) {
      length |= (octet & GROUP) << shift;
      shift += GROUP_BITS;
      octet = segment[at++];
    }
    return length | octet << shift;
  }
}
