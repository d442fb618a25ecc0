package io.gatewayanalyzer.core.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Packs state into few bytes: numbers as long as they need to be, texts and runs of bytes behind
 * their length, an absent value as one zero byte. {@link StateReader} reads them in the same order.
 * Not thread safe.
 */
public final class StateWriter {
  private static final int FIRST_SIZE = 192;
  private static final int GROUP_BITS = 7;
  private static final int GROUP = 0x7f;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;

  /** A byte of flags, or any number from 0 to 255. */
  public StateWriter octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  /** A number; small ones, negative ones too, take one byte. */
  public StateWriter number(long value) {
    return count(value << 1 ^ value >> Long.SIZE - 1);
  }

  /** A number that is not negative, or hardly ever; small ones take one byte, negative ones ten. */
  public StateWriter count(long value) {
    long rest = value;
    while ((rest & ~GROUP) != 0) {
      octet((int) (rest & GROUP) | MORE);
      rest >>>= GROUP_BITS;
    }
    return octet((int) rest);
  }

  /** A number with a fraction: eight bytes. */
  public StateWriter real(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      octet((int) (bits >>> shift));
    }
    return this;
  }

  /** A truth value. */
  public StateWriter flag(boolean value) {
    return octet(value ? 1 : 0);
  }

  /** A word of a closed set by its place, so the set may only grow at its end; null allowed. */
  public StateWriter word(Enum<?> value) {
    return count(value == null ? 0 : value.ordinal() + 1);
  }

  /** A text; null allowed. */
  public StateWriter text(String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** A run of bytes; null allowed. */
  public StateWriter bytes(byte[] value) {
    return value == null ? count(0) : bytes(value, 0, value.length);
  }

  /** The bytes from one position up to, and without, another. */
  public StateWriter bytes(byte[] value, int from, int to) {
    int length = to - from;
    count(length + 1L);
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
    System.arraycopy(value, from, bytes, size, length);
    size += length;
    return this;
  }

  /** All that was written so far, as an array of its own. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
