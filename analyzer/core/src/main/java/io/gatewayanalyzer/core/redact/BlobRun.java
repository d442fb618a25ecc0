package io.gatewayanalyzer.core.redact;

/**
 * Base64 and its relatives: runs of 40 and more characters that mix upper case, lower case and
 * digits as densely as random text does. A path or a long model name changes class far less often.
 */
final class BlobRun {
  private static final int WINDOW = 40;

  /**
   * Changes of class within the window: random base64 has 25 on average with a deviation of 3,
   * paths of words and numbers stay below 10.
   */
  private static final int MIN_CHANGES = 12;

  private BlobRun() {}

  /** The end of the run of base64 characters at an index; an escaped slash counts as a slash. */
  static int end(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean slash = c == '/' || c == '+';
      boolean escaped = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '/';
      boolean word = Chars.is(c, Chars.WORD) && c != '*';
      if (!slash && !escaped && !word || c == '-' && text.startsWith("-----", i)) {
        return i;
      }
      i++;
    }
    return i;
  }

  /** Whether some window of the run is as mixed as random text. */
  static boolean isBlob(String text, int from, int to) {
    if (to - from < WINDOW) {
      return false;
    }
    int changes = 0;
    int[] counts = new int[Chars.DIGIT + 1];
    for (int i = from; i < to; i++) {
      counts[at(text, i)]++;
      changes += change(text, i, from);
      if (i - from >= WINDOW) {
        counts[at(text, i - WINDOW)]--;
        changes -= change(text, i - WINDOW + 1, from);
      }
      boolean all = counts[Chars.UPPER] > 0 && counts[Chars.LOWER] > 0 && counts[Chars.DIGIT] > 0;
      if (all && i - from >= WINDOW - 1 && changes >= MIN_CHANGES) {
        return true;
      }
    }
    return false;
  }

  private static int change(String text, int i, int from) {
    return i > from && at(text, i) != 0 && at(text, i - 1) != 0 && at(text, i) != at(text, i - 1)
        ? 1
        : 0;
  }

  private static int at(String text, int i) {
    return Chars.of(text.charAt(i)) & Chars.ALNUM;
  }
}
