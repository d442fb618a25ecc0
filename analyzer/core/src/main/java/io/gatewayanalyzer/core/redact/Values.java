package io.gatewayanalyzer.core.redact;

import java.util.Locale;
import java.util.Set;

/** Finds where a value stands behind its name, and where it ends. */
final class Values {
  /** A region of the text. */
  record Span(int from, int to) {}

  private static final String MARK = "[redacted";

  /** Words that stand behind "token:" or "Bearer" in prose and give nothing away. */
  private static final Set<String> PROSE =
      Set.of(
          "required",
          "expired",
          "missing",
          "incorrect",
          "provided",
          "malformed",
          "undefined",
          "authentication",
          "authorization",
          "credentials",
          "credential",
          "verification",
          "validation",
          "disabled",
          "invalid",
          "unauthorized",
          "forbidden",
          "unexpected",
          "unsupported",
          "rejected",
          "exceeded",
          "insufficient",
          "unknown");

  private static final Set<String> FILLERS =
      Set.of("provided", "is", "was", "given", "supplied", "used", "received", "value", "header");

  private static final Set<String> LITERALS = Set.of("null", "None", "true", "false");

  private static final int MAX_PROSE = 8;
  private static final int MAX_SCHEME_PROSE = 20;
  private static final int MIN_LONG = 16;
  private static final int MAX_GAP = 12;

  private Values() {}

  /**
   * The value that a name assigns.
   *
   * @return null when there is none, or it gives nothing away
   */
  static Span behindName(String text, int to) {
    int i = skip(text, to, "\"'`)]\\ \t*");
    for (int n = 0; n < 2; n++) {
      int end = Chars.runEnd(text, i, Chars.LOWER);
      if (end == i || end - i > MAX_GAP || !FILLERS.contains(text.substring(i, end))) {
        break;
      }
      i = skip(text, end, "\"'`)]\\ \t");
    }
    int separator = separatorEnd(text, i);
    if (separator < 0) {
      int end = plainEnd(text, i);
      return i > to && KeyShapes.hasRandomSegment(text, i, end) ? new Span(i, end) : null;
    }
    boolean assigned = text.charAt(separator - 1) != ':';
    boolean cookie = lowerAt(text, to - 1) == 'e' && lowerAt(text, to - 2) == 'i';
    return valueAt(text, skipOpeners(text, separator), assigned, cookie);
  }

  private static int separatorEnd(String text, int i) {
    if (i >= text.length()) {
      return -1;
    }
    char c = text.charAt(i);
    if (c == ':' || c == '=') {
      int end = i + 1;
      while (end < text.length() && end - i < 3 && ":=>".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      return end;
    }
    boolean encoded = text.regionMatches(true, i, "%3d", 0, 3);
    return encoded || text.regionMatches(true, i, "%3a", 0, 3) ? i + 3 : -1;
  }

  private static int skipOpeners(String text, int from) {
    int i = skip(text, from, " \t\n\r");
    while (i < text.length()
        && i - from < MAX_GAP
        && " \t[({<".indexOf(text.charAt(i)) >= 0
        && !text.startsWith(MARK, i)) {
      i++;
    }
    return i;
  }

  private static Span valueAt(String text, int at, boolean assigned, boolean cookie) {
    int slashes = 0;
    while (at + slashes < text.length() && text.charAt(at + slashes) == '\\') {
      slashes++;
    }
    int quote = at + slashes;
    if (quote < text.length() && "\"'`".indexOf(text.charAt(quote)) >= 0) {
      int end = quotedEnd(text, quote, slashes);
      return telling(text, quote + 1, end, 0) ? new Span(quote + 1, end) : null;
    }
    int start = schemeEnd(text, at);
    int end = cookie ? lineEnd(text, start) : plainEnd(text, start);
    return telling(text, start, end, assigned ? 0 : MAX_PROSE) ? new Span(start, end) : null;
  }

  /** The credential behind {@code Bearer}, {@code Basic} and the like; null when it is prose. */
  static Span behindScheme(String text, int to) {
    int start = skip(text, to, " \t+");
    start = text.startsWith("%20", start) ? start + 3 : start;
    int end = start == to ? start : plainEnd(text, start);
    return telling(text, start, end, MAX_SCHEME_PROSE) ? new Span(start, end) : null;
  }

  static boolean isScheme(String text, int from, int to) {
    int length = to - from;
    return length == 6 && text.regionMatches(true, from, "bearer", 0, 6)
        || length == 5 && text.regionMatches(true, from, "basic", 0, 5);
  }

  private static int schemeEnd(String text, int at) {
    int end = Chars.runEnd(text, at, Chars.WORD);
    boolean known =
        isScheme(text, at, end)
            || text.regionMatches(true, at, "token ", 0, 6)
            || text.regionMatches(true, at, "digest ", 0, 7)
            || text.regionMatches(true, at, "apikey ", 0, 7);
    return known ? skip(text, end, " \t") : at;
  }

  /**
   * Whether a value gives something away: no marker, no small number, no plain word.
   *
   * @param minWord from which length a plain word counts as a value
   */
  private static boolean telling(String text, int from, int to, int minWord) {
    int length = to - from;
    if (length <= 0 || markerEnd(text, from) == to) {
      return false;
    }
    if (Chars.runEnd(text, from, Chars.DIGIT) >= to) {
      return length >= MAX_GAP - 1;
    }
    String value = text.substring(from, Math.min(to, from + MIN_LONG));
    if (LITERALS.contains(value) || value.startsWith("YOUR_")) {
      return false;
    }
    int letter = Chars.UPPER | Chars.LOWER;
    boolean word =
        Chars.is(value.charAt(0), letter) && Chars.runEnd(text, from + 1, Chars.LOWER) >= to;
    return minWord == 0
        || !word
        || length >= minWord && !PROSE.contains(value.toLowerCase(Locale.ROOT));
  }

  private static int quotedEnd(String text, int quote, int slashes) {
    char wanted = text.charAt(quote);
    int run = 0;
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == wanted && (slashes == 0 ? run % 2 == 0 : run <= slashes)) {
        return i - (slashes == 0 ? 0 : run);
      }
      run = c == '\\' ? run + 1 : 0;
    }
    return text.length();
  }

  private static int plainEnd(String text, int from) {
    int i = Math.max(from, markerEnd(text, from));
    while (i < text.length() && " \t\n\r\"'`<>&,;|\\)]}".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return trimDots(text, from, i);
  }

  private static int lineEnd(String text, int from) {
    int i = Math.max(from, markerEnd(text, from));
    while (i < text.length() && "\n\r\"'\\".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static int trimDots(String text, int from, int to) {
    int end = to;
    while (end > from && ".:!?".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** The end of an earlier marker that starts at an index; the index itself when none does. */
  static int markerEnd(String text, int at) {
    if (!text.startsWith(MARK, at)) {
      return at;
    }
    int i = at + MARK.length();
    if (i < text.length() && text.charAt(i) == ':') {
      i = Chars.runEnd(text, i + 1, Chars.LOWER);
    }
    return i < text.length() && text.charAt(i) == ']' ? i + 1 : at;
  }

  /** The end of a PEM block that begins before an index; all the rest when it is cut off. */
  static int pemEnd(String text, int from) {
    int end = text.indexOf("-----END", from);
    int close = end < 0 ? -1 : text.indexOf("-----", end + 8);
    return close < 0 ? text.length() : close + 5;
  }

  /** The end of base64 padding. */
  static int paddingEnd(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < 2 && text.charAt(i) == '=') {
      i++;
    }
    return i;
  }

  /** The end of a domain with a top level of letters; -1 when there is none. */
  static int domainEnd(String text, int from) {
    int end = -1;
    int label = from;
    boolean first = true;
    while (true) {
      int labelEnd = Chars.runEnd(text, label, Chars.WORD);
      if (labelEnd == label) {
        return end;
      }
      if (!first && labelEnd - label >= 2 && letters(text, label)) {
        end = labelEnd;
      }
      if (labelEnd >= text.length() || text.charAt(labelEnd) != '.') {
        return end;
      }
      first = false;
      label = labelEnd + 1;
    }
  }

  private static boolean letters(String text, int at) {
    int letter = Chars.UPPER | Chars.LOWER;
    return Chars.is(text.charAt(at), letter) && Chars.is(text.charAt(at + 1), letter);
  }

  /** The end of four numbers of one to three digits joined by dots; -1 when there are not four. */
  static int addressEnd(String text, int from) {
    int i = from;
    for (int group = 0; group < 4; group++) {
      int end = Chars.runEnd(text, i, Chars.DIGIT);
      boolean dot = group == 3 || end < text.length() && text.charAt(end) == '.';
      if (end == i || end - i > 3 || !dot) {
        return -1;
      }
      i = group == 3 ? end : end + 1;
    }
    return i;
  }

  private static int skip(String text, int from, String chars) {
    int i = from;
    while (i < text.length() && i - from < MAX_GAP && chars.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static int lowerAt(String text, int at) {
    return at < 0 ? 0 : text.charAt(at) | 0x20;
  }
}
