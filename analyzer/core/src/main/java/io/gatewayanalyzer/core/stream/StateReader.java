package io.gatewayanalyzer.core.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads back what a {@link StateWriter} packed, in the same order. Not thread safe. */
public final class StateReader {
  private final byte[] in;
  private int at;

  /** A reader from the first byte on. */
  public StateReader(byte[] state) {
    this.in = state;
  }

  /** A number. */
  public long number() {
    long rest = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in[at++];
      rest |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return rest >>> 1 ^ -(rest & 1);
      }
    }
  }

  /** A truth value. */
  public boolean flag() {
    return number() != 0;
  }

  /** A word of a closed set; null when none was written. */
  public <E extends Enum<E>> E word(E[] words) {
    int place = (int) number();
    return place == 0 ? null : words[place - 1];
  }

  /** A text; null when none was written. */
  public String text() {
    byte[] bytes = bytes();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** A run of bytes; null when none was written. */
  public byte[] bytes() {
    int length = (int) number() - 1;
    if (length < 0) {
      return null;
    }
    at += length;
    return Arrays.copyOfRange(in, at - length, at);
  }
}
