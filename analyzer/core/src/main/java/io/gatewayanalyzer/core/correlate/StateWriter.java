package io.gatewayanalyzer.core.correlate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small numbers in few bytes, texts as length and UTF-8; grows as needed. */
final class StateWriter {
  private static final int FIRST_SIZE = 192;
  private static final int GROUP_BITS = 7;
  private static final int GROUP = 0x7f;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  void octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  /** Seven bits a byte, the lowest first; negative numbers take ten bytes. */
  void number(long value) {
    long rest = value;
    while ((rest & ~GROUP) != 0) {
      octet((int) (rest & GROUP) | MORE);
      rest >>>= GROUP_BITS;
    }
    octet((int) rest);
  }

  void real(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      octet((int) (bits >>> shift));
    }
  }

  /** A text, or null. */
  void text(String text) {
    if (text == null) {
      octet(0);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length + 1L);
    if (size + utf8.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + utf8.length));
    }
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }
}
