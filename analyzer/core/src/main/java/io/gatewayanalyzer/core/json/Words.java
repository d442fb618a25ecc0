package io.gatewayanalyzer.core.json;

import io.gatewayanalyzer.core.event.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A closed set of ASCII words that can be recognised in bytes without making a String. Immutable.
 *
 * @param <E> the enum whose wire names are the words
 */
public final class Words<E extends Enum<E> & Wire> {
  private final byte[][] words;
  private final E[] constants;
  private final int mask;

  private Words(byte[][] words, E[] constants) {
    this.words = words;
    this.constants = constants;
    this.mask = words.length - 1;
  }

  /** The words of all constants of an enum. */
  public static <E extends Enum<E> & Wire> Words<E> of(Class<E> type) {
    E[] all = type.getEnumConstants();
    int size = Integer.highestOneBit(all.length * 4 - 1) << 1;
    byte[][] words = new byte[size][];
    E[] constants = Arrays.copyOf(all, size);
    Arrays.fill(constants, null);
    for (E constant : all) {
      byte[] word = constant.wire().getBytes(StandardCharsets.US_ASCII);
      int slot = hash(word, 0, word.length) & (size - 1);
      while (words[slot] != null) {
        slot = (slot + 1) & (size - 1);
      }
      words[slot] = word;
      constants[slot] = constant;
    }
    return new Words<>(words, constants);
  }

  /**
   * The constant whose word these bytes spell.
   *
   * @return the constant, or null when the bytes are none of the words
   */
  public E find(byte[] bytes, int from, int to) {
    if (from >= to) {
      return null;
    }
    int slot = hash(bytes, from, to) & mask;
    while (words[slot] != null) {
      if (spells(words[slot], bytes, from, to)) {
        return constants[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  private static boolean spells(byte[] word, byte[] bytes, int from, int to) {
    if (word.length != to - from) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (word[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(byte[] bytes, int from, int to) {
    if (from == to) {
      return 0;
    }
    int length = to - from;
    int h = length * 0x9E3779B1 + bytes[from] * 31 + bytes[to - 1] * 0x85EBCA6B;
    h += bytes[from + (length >>> 1)] * 0xC2B2AE35;
    return h ^ (h >>> 15);
  }
}
