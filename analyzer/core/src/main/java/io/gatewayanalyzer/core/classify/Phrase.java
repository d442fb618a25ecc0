package io.gatewayanalyzer.core.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase that a message may contain, folded for comparison: lower case, white space runs as one
 * blank, typographic apostrophes as plain ones, split where {@code *} stands for anything between.
 *
 * @param segments the pieces in order, none empty; no segments when the phrase says nothing
 */
record Phrase(List<String> segments) {
  private static final char[] ASCII = new char[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = folded(c);
    }
  }

  static Phrase of(String text) {
    List<String> segments = new ArrayList<>();
    String[] pieces = text.split("\\*", -1);
    for (int i = 0; i < pieces.length; i++) {
      String folded = fold(pieces[i]);
      // Blanks beside a gap mean nothing; blanks at the phrase's own ends mark a word's edge.
      folded = i > 0 ? folded.stripLeading() : folded;
      folded = i < pieces.length - 1 ? folded.stripTrailing() : folded;
      if (!folded.isBlank()) {
        segments.add(folded);
      }
    }
    return new Phrase(List.copyOf(segments));
  }

  /** The phrase spelled in the one way that every phrase of the same meaning has. */
  String spelled() {
    return String.join("*", segments);
  }

  /** Whether every text that holds this phrase also holds the other. */
  boolean implies(Phrase other) {
    int mine = 0;
    int from = 0;
    for (String wanted : other.segments) {
      int at = -1;
      while (mine < segments.size() && (at = segments.get(mine).indexOf(wanted, from)) < 0) {
        mine++;
        from = 0;
      }
      if (at < 0) {
        return false;
      }
      from = at + wanted.length();
    }
    return true;
  }

  String longest() {
    String best = segments.get(0);
    for (String segment : segments) {
      best = segment.length() > best.length() ? segment : best;
    }
    return best;
  }

  private static String fold(String text) {
    char[] buffer = new char[text.length()];
    return new String(buffer, 0, fold(text, buffer, 0));
  }

  /**
   * Folds a text into a buffer, as far as there is room.
   *
   * @return the buffer's new length
   */
  static int fold(String text, char[] into, int from) {
    int end = from + Math.min(text.length(), into.length - from);
    text.getChars(0, end - from, into, from);
    int length = from;
    boolean blank = length > 0 && into[length - 1] == ' ';
    for (int i = from; i < end; i++) {
      char c = into[i] < 128 ? ASCII[into[i]] : folded(into[i]);
      if (c != ' ' || !blank) {
        into[length++] = c;
      }
      blank = c == ' ';
    }
    return length;
  }

  private static char folded(char c) {
    if (c < 128) {
      if (c >= 'A' && c <= 'Z') {
        return (char) (c + 32);
      }
      return c <= ' ' ? ' ' : c;
    }
    if (c == '\u2019' || c == '\u2018') {
      return '\'';
    }
    return Character.isWhitespace(c) || c == '\u00a0' ? ' ' : Character.toLowerCase(c);
  }
}
