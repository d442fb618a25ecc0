package io.gatewayanalyzer.core.stream;

import java.util.Arrays;

/** A growing run of bytes that lets its array be read in place. Not thread safe. */
final class Bytes {
  private static final int KEPT = 1 << 16;

  private byte[] array = new byte[256];
  private int length;

  void append(byte[] source, int from, int to) {
    int needed = length + (to - from);
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, array.length * 2));
    }
    System.arraycopy(source, from, array, length, to - from);
    length = needed;
  }

  void append(char ascii) {
    if (length == array.length) {
      array = Arrays.copyOf(array, length * 2);
    }
    array[length++] = (byte) ascii;
  }

  /** Forgets what is beyond a length. */
  void cut(int to) {
    length = Math.min(length, to);
  }

  void clear() {
    length = 0;
    if (array.length > KEPT) {
      array = new byte[256];
    }
  }

  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }
}
