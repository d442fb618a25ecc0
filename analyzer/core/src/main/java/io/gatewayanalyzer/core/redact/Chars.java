package io.gatewayanalyzer.core.redact;

/** Character classes of the scan, from one table. */
final class Chars {
  static final int UPPER = 1;
  static final int LOWER = 2;
  static final int DIGIT = 4;
  static final int HEX = 8;

  /** Hyphen, underscore, and the asterisk of half-masked keys. */
  static final int JOINT = 16;

  static final int ALNUM = UPPER | LOWER | DIGIT;
  static final int WORD = ALNUM | JOINT;

  private static final byte[] CLASSES = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      int upper = c >= 'A' && c <= 'Z' ? UPPER : 0;
      int lower = c >= 'a' && c <= 'z' ? LOWER : 0;
      int digit = c >= '0' && c <= '9' ? DIGIT : 0;
      int hex = Character.digit(c, 16) >= 0 ? HEX : 0;
      int joint = c == '-' || c == '_' || c == '*' ? JOINT : 0;
      CLASSES[c] = (byte) (upper | lower | digit | hex | joint);
    }
  }

  private Chars() {}

  static int of(char c) {
    return c < 128 ? CLASSES[c] : 0;
  }

  static boolean is(char c, int classes) {
    return (of(c) & classes) != 0;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** The end of the run of characters of some classes that starts at an index. */
  static int runEnd(String text, int from, int classes) {
    return runEnd(text, from, text.length(), classes);
  }

  /** As {@link #runEnd(String, int, int)}, looking no further than an index. */
  static int runEnd(String text, int from, int to, int classes) {
    int i = from;
    while (i < to && is(text.charAt(i), classes)) {
      i++;
    }
    return i;
  }

  /** All classes that occur in a region. */
  static int union(String text, int from, int to) {
    int union = 0;
    for (int i = from; i < to; i++) {
      union |= of(text.charAt(i));
    }
    return union;
  }

  /** Whether a region holds at least one character of each of the classes given apart. */
  static boolean has(String text, int from, int to, int classes) {
    for (int i = from; i < to; i++) {
      if (is(text.charAt(i), classes)) {
        return true;
      }
    }
    return false;
  }
}
