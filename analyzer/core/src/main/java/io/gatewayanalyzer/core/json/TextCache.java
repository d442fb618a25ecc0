package io.gatewayanalyzer.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Remembers short texts that repeat from record to record (gateway, model, tenant names), so that a
 * busy line does not make the same String a million times. Bounded; a collision only costs a new
 * String. Not thread safe.
 */
public final class TextCache {
  private static final int SLOTS = 2048;
  private static final int MAX_LENGTH = 64;

  private final byte[][] keys = new byte[SLOTS][];
  private final String[] texts = new String[SLOTS];

  /** The bytes read as UTF-8, the same String instance when it was asked for before. */
  public String get(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > MAX_LENGTH) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    int slot = hash(bytes, from, to) & (SLOTS - 1);
    byte[] key = keys[slot];
    if (key != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
      return texts[slot];
    }
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    keys[slot] = Arrays.copyOfRange(bytes, from, to);
    texts[slot] = text;
    return text;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int h = to - from;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long word = Swar.load(bytes, i);
      h = (h ^ (int) (word ^ word >>> 32)) * 0x9E3779B1;
    }
    for (; i < to; i++) {
      h = (h ^ bytes[i]) * 0x01000193;
    }
    return h ^ h >>> 15;
  }
}
