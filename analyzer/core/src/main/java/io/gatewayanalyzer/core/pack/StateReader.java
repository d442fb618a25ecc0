package io.gatewayanalyzer.core.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads back what a {@link StateWriter} packed, in the same order, and only that: anything else is
 * a bug. Not thread safe.
 */
public final class StateReader {
  private static final int GROUP_BITS = 7;
  private static final int GROUP = 0x7f;

  private final byte[] in;
  private int at;

  /** A reader from the first byte on. */
  public StateReader(byte[] state) {
    this.in = state;
  }

  /** A byte, from 0 to 255. */
  public int octet() {
    return in[at++] & 0xff;
  }

  /** What was written as a number. */
  public long number() {
    long rest = count();
    return rest >>> 1 ^ -(rest & 1);
  }

  /** What was written as a count. */
  public long count() {
    long rest = 0;
    for (int shift = 0; ; shift += GROUP_BITS) {
      byte next = in[at++];
      rest |= (long) (next & GROUP) << shift;
      if (next >= 0) {
        return rest;
      }
    }
  }

  /** A number with a fraction. */
  public double real() {
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = bits << Byte.SIZE | octet();
    }
    return Double.longBitsToDouble(bits);
  }

  /** A truth value. */
  public boolean flag() {
    return octet() != 0;
  }

  /** A word of a closed set; null when none was written. */
  public <E extends Enum<E>> E word(E[] words) {
    int place = (int) count();
    return place == 0 ? null : words[place - 1];
  }

  /** A text; null when none was written. */
  public String text() {
    int length = (int) count() - 1;
    if (length < 0) {
      return null;
    }
    at += length;
    return new String(in, at - length, length, StandardCharsets.UTF_8);
  }

  /** A run of bytes; null when none was written. */
  public byte[] bytes() {
    int length = (int) count() - 1;
    if (length < 0) {
      return null;
    }
    at += length;
    return Arrays.copyOfRange(in, at - length, at);
  }
}
