package io.gatewayanalyzer.core.json;

import java.nio.charset.StandardCharsets;

/**
 * A run of bytes inside a buffer that somebody else owns: valid only as long as the owner says.
 *
 * @param bytes the buffer
 * @param from first byte
 * @param to one past the last byte
 */
public record Slice(byte[] bytes, int from, int to) {
  /** No bytes. */
  public static final Slice EMPTY = new Slice(new byte[0], 0, 0);

  /** A slice over a text's UTF-8 bytes. */
  public static Slice of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Slice(bytes, 0, bytes.length);
  }

  /** Number of bytes. */
  public int length() {
    return to - from;
  }

  /** Whether there is nothing but white space (or nothing at all). */
  public boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The bytes read as UTF-8; invalid sequences become U+FFFD. */
  public String text() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
