package io.gatewayanalyzer.core.json;

import io.gatewayanalyzer.core.event.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A closed set of ASCII words that can be recognised in bytes without making a String. Words are
 * compared by length and by their first and last eight bytes, longer ones byte by byte as well.
 * Immutable.
 *
 * @param <E> the enum whose wire names are the words
 */
public final class Words<E extends Enum<E> & Wire> {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] heads;
  private final long[] tails;
  private final byte[][] words;
  private final E[] constants;
  private final int shift;

  private Words(E[] all, int bits) {
    int size = 1 << bits;
    heads = new long[size];
    tails = new long[size];
    words = new byte[size][];
    constants = Arrays.copyOf(all, size);
    Arrays.fill(constants, null);
    shift = Long.SIZE - bits;
  }

  /** The words of all constants of an enum. */
  public static <E extends Enum<E> & Wire> Words<E> of(Class<E> type) {
    E[] all = type.getEnumConstants();
    Words<E> words = new Words<>(all, Integer.SIZE - Integer.numberOfLeadingZeros(all.length * 3));
    for (E constant : all) {
      words.add(constant, constant.wire().getBytes(StandardCharsets.US_ASCII));
    }
    return words;
  }

  private void add(E constant, byte[] word) {
    long head = head(word, 0, word.length);
    long tail = tail(word, 0, word.length);
    int slot = slot(head, tail, word.length);
    while (constants[slot] != null) {
      slot = slot + 1 & constants.length - 1;
    }
    heads[slot] = head;
    tails[slot] = tail;
    words[slot] = word;
    constants[slot] = constant;
  }

  /**
   * The constant whose word these bytes spell.
   *
   * @return the constant, or null when the bytes are none of the words
   */
  public E find(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length <= 0) {
      return null;
    }
    long head = head(bytes, from, to);
    long tail = tail(bytes, from, to);
    int slot = slot(head, tail, length);
    while (constants[slot] != null) {
      if (heads[slot] == head && tails[slot] == tail && spells(words[slot], bytes, from, to)) {
        return constants[slot];
      }
      slot = slot + 1 & constants.length - 1;
    }
    return null;
  }

  private static boolean spells(byte[] word, byte[] bytes, int from, int to) {
    return word.length == to - from
        && (word.length <= 2 * Long.BYTES || Arrays.equals(word, 0, word.length, bytes, from, to));
  }

  private int slot(long head, long tail, int length) {
    return (int) ((head ^ Long.rotateLeft(tail, 23) ^ length) * SPREAD >>> shift);
  }

  private static long head(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length >= Long.BYTES) {
      return Swar.load(bytes, from);
    }
    if (from + Long.BYTES <= bytes.length) {
      return Swar.load(bytes, from) & (-1L >>> (Long.BYTES - length) * Byte.SIZE);
    }
    long head = 0;
    for (int i = to - 1; i >= from; i--) {
      head = head << Byte.SIZE | bytes[i] & 0xFF;
    }
    return head;
  }

  private static long tail(byte[] bytes, int from, int to) {
    return to - from > Long.BYTES ? Swar.load(bytes, to - Long.BYTES) : 0;
  }
}
