package io.gatewayanalyzer.core.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Packs state into few bytes: numbers as long as they need to be, texts and runs of bytes behind
 * their length, an absent value as one zero byte. {@link StateReader} reads them in the same order.
 * Not thread safe.
 */
public final class StateWriter {
  private final Bytes out = new Bytes();

  /** A number; small ones, negative ones too, take one byte. */
  public StateWriter number(long value) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7FL) != 0) {
      out.append((char) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.append((char) rest);
    return this;
  }

  /** A truth value. */
  public StateWriter flag(boolean value) {
    return number(value ? 1 : 0);
  }

  /** A word of a closed set by its place, so the set may only grow at its end; null allowed. */
  public StateWriter word(Enum<?> value) {
    return number(value == null ? 0 : value.ordinal() + 1);
  }

  /** A text; null allowed. */
  public StateWriter text(String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** A run of bytes; null allowed. */
  public StateWriter bytes(byte[] value) {
    return value == null ? number(0) : bytes(value, 0, value.length);
  }

  StateWriter bytes(byte[] value, int from, int to) {
    number(to - from + 1);
    out.append(value, from, to);
    return this;
  }

  /** All that was written so far, as an array of its own. */
  public byte[] toBytes() {
    return Arrays.copyOf(out.array(), out.length());
  }
}
