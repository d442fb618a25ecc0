package io.gatewayanalyzer.core.classify;

import java.util.Arrays;
import java.util.List;

/**
 * Finds every phrase of a fixed set in a message in one pass. Each phrase is registered under the
 * rarest run of four characters it holds; the pass rolls four characters over the text, asks a
 * small bitmap, and compares in full only where the bitmap answers yes.
 *
 * <p>Immutable; the mutable part of a search is {@link Hits}.
 */
final class PhraseMatcher {
  /** How much of a message is read; errors say what they are before that. */
  static final int TEXT_MAX = 4096;

  private static final int GRAM = 4;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int BITMAP_SHIFT = 48;
  private static final int SHORT_ENDS_MASK = 15;

  private final Phrase[] phrases;
  private final char[][] anchors;
  private final int[] gramOffsets;
  private final int[] nextInChain;
  private final long[] bitmap = new long[1 << (64 - BITMAP_SHIFT - 6)];
  private final long[] keys;
  private final int[] heads;
  private final int tableShift;
  private final long[] shortEnds = new long[SHORT_ENDS_MASK + 1];

  PhraseMatcher(List<Phrase> list) {
    phrases = list.toArray(new Phrase[0]);
    anchors = new char[phrases.length][];
    gramOffsets = new int[phrases.length];
    nextInChain = new int[phrases.length];
    int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(phrases.length * 2));
    keys = new long[1 << bits];
    heads = new int[1 << bits];
    tableShift = 64 - bits;
    Arrays.fill(heads, -1);
    fill();
  }

  /** The text being searched and the phrases found in it; belongs to one thread. */
  static final class Hits {
    private final char[] text = new char[TEXT_MAX + 2];
    private final long[] bits;
    private final int[] found;
    private int length;
    private int count;

    Hits(PhraseMatcher matcher) {
      bits = new long[(matcher.phrases.length >> 6) + 1];
      found = new int[matcher.phrases.length];
    }

    int count() {
      return count;
    }

    int phrase(int i) {
      return found[i];
    }

    boolean has(int phrase) {
      return (bits[phrase >> 6] & (1L << phrase)) != 0;
    }

    void clear() {
      for (int i = 0; i < count; i++) {
        bits[found[i] >> 6] = 0;
      }
      count = 0;
    }

    private void add(int phrase) {
      bits[phrase >> 6] |= 1L << phrase;
      found[count++] = phrase;
    }
  }

  /** Replaces the hits by the phrases found in a message; null is a message without words. */
  void match(String message, Hits hits) {
    hits.clear();
    if (message == null || phrases.length == 0) {
      return;
    }
    // A blank at either end lets a phrase that starts or ends with one match at the edge.
    hits.text[0] = ' ';
    hits.length = Phrase.fold(message, hits.text, 1);
    if (hits.length < hits.text.length && hits.text[hits.length - 1] != ' ') {
      hits.text[hits.length++] = ' ';
    }
    char[] text = hits.text;
    long key = 0;
    for (int i = 0; i < hits.length; i++) {
      char c = text[i];
      key = key << 16 | c;
      if (known(key)) {
        verify(key, i + 1, hits);
      }
      if (endsShort(c)) {
        shorter(key, i + 1, hits);
      }
    }
  }

  private void shorter(long key, int end, Hits hits) {
    for (int length = 1; length < GRAM; length++) {
      long run = key & (-1L >>> (64 - 16 * length));
      if (known(run)) {
        verify(run, end, hits);
      }
    }
  }

  private boolean known(long key) {
    int bit = bit(key);
    return (bitmap[bit >> 6] & (1L << bit)) != 0;
  }

  /** Whether a phrase shorter than a run may end in this character. */
  private boolean endsShort(char c) {
    return (shortEnds[(c >> 6) & SHORT_ENDS_MASK] & (1L << c)) != 0;
  }

  private void verify(long key, int end, Hits hits) {
    int slot = slotOf(key);
    for (int p = heads[slot]; p >= 0; p = nextInChain[p]) {
      int gram = Math.min(GRAM, anchors[p].length);
      int start = end - gram - gramOffsets[p];
      if (!hits.has(p) && matchesAt(hits, start, anchors[p]) && holdsGaps(hits, phrases[p])) {
        hits.add(p);
      }
    }
  }

  private static boolean matchesAt(Hits hits, int start, char[] anchor) {
    return start >= 0
        && start + anchor.length <= hits.length
        && Arrays.equals(hits.text, start, start + anchor.length, anchor, 0, anchor.length);
  }

  private static boolean holdsGaps(Hits hits, Phrase phrase) {
    if (phrase.segments().size() == 1) {
      return true;
    }
    int from = 0;
    for (String segment : phrase.segments()) {
      int at = indexOf(hits, segment, from);
      if (at < 0) {
        return false;
      }
      from = at + segment.length();
    }
    return true;
  }

  private static int indexOf(Hits hits, String segment, int from) {
    char first = segment.charAt(0);
    for (int i = from; i <= hits.length - segment.length(); i++) {
      int j = 0;
      if (hits.text[i] == first) {
        while (j < segment.length() && hits.text[i + j] == segment.charAt(j)) {
          j++;
        }
      }
      if (j == segment.length()) {
        return i;
      }
    }
    return -1;
  }

  private void fill() {
    int[] counts = new int[1 << (64 - BITMAP_SHIFT)];
    for (Phrase phrase : phrases) {
      String anchor = phrase.longest();
      for (int i = 0; i + GRAM <= anchor.length(); i++) {
        counts[bit(gram(anchor, i))]++;
      }
    }
    for (int p = 0; p < phrases.length; p++) {
      String anchor = phrases[p].longest();
      anchors[p] = anchor.toCharArray();
      gramOffsets[p] = rarest(anchor, counts);
      register(gram(anchor, gramOffsets[p]), p);
      if (anchor.length() < GRAM) {
        char last = anchor.charAt(anchor.length() - 1);
        shortEnds[(last >> 6) & SHORT_ENDS_MASK] |= 1L << last;
      }
    }
  }

  private static int rarest(String anchor, int[] counts) {
    int best = 0;
    int bestCount = Integer.MAX_VALUE;
    for (int i = 0; i + GRAM <= anchor.length(); i++) {
      int count = counts[bit(gram(anchor, i))];
      if (count < bestCount) {
        bestCount = count;
        best = i;
      }
    }
    return best;
  }

  private static long gram(String text, int from) {
    long key = 0;
    for (int i = from; i < text.length() && i < from + GRAM; i++) {
      key = key << 16 | text.charAt(i);
    }
    return key;
  }

  private static int bit(long key) {
    return (int) ((key * SPREAD) >>> BITMAP_SHIFT);
  }

  private void register(long key, int phrase) {
    int slot = slotOf(key);
    keys[slot] = key;
    nextInChain[phrase] = heads[slot];
    heads[slot] = phrase;
    int bit = bit(key);
    bitmap[bit >> 6] |= 1L << bit;
  }

  /** The slot that holds the key, or the free one where it would go. */
  private int slotOf(long key) {
    int slot = (int) ((key * SPREAD) >>> tableShift);
    while (heads[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & (heads.length - 1);
    }
    return slot;
  }
}
