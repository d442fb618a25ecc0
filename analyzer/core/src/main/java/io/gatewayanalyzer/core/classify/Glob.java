package io.gatewayanalyzer.core.classify;

import java.util.Locale;

/** A header pattern: {@code *} stands for anything, the rest for itself in any case. */
final class Glob {
  private final String[] pieces;

  Glob(String pattern) {
    pieces = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
  }

  boolean matches(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    if (pieces.length == 1) {
      return text.equals(pieces[0]);
    }
    String last = pieces[pieces.length - 1];
    int end = text.length() - last.length();
    if (!text.startsWith(pieces[0]) || !text.endsWith(last) || end < pieces[0].length()) {
      return false;
    }
    int from = pieces[0].length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int at = text.indexOf(pieces[i], from);
      if (at < 0) {
        return false;
      }
      from = at + pieces[i].length();
    }
    return from <= end;
  }
}
