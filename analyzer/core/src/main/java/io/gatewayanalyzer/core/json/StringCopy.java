package io.gatewayanalyzer.core.json;

/**
 * Copies the inside of a JSON string into a buffer, escapes resolved, in one pass. Unknown escapes
 * are kept as written; lone surrogates become U+FFFD. Not thread safe.
 */
final class StringCopy {
  private static final long QUOTES = Swar.repeat('"');
  private static final long BACKSLASHES = Swar.repeat('\\');

  private byte[] source;
  private byte[] target;
  private int end;
  private int at;
  private int out;

  /** Index where the last run stopped: the closing quote, or the end of the range. */
  int stop() {
    return at;
  }

  /**
   * Copies from {@code from} to the closing quote or {@code to}.
   *
   * @param into has at least {@code to - from + 8} bytes from {@code offset} on
   * @param offset where the first byte goes
   * @return number of bytes written
   */
  int run(byte[] bytes, int from, int to, byte[] into, int offset) {
    source = bytes;
    target = into;
    end = to;
    at = from;
    out = offset;
    while (copyPlain()) {
      unescape();
    }
    return out - offset;
  }

  /** Copies up to the next backslash, and says whether there is one. */
  private boolean copyPlain() {
    int i = at;
    int o = out;
    for (; i + 8 <= end; i += 8, o += 8) {
      long word = Swar.load(source, i);
      Swar.store(target, o, word);
      long marks = Swar.match(word, QUOTES) | Swar.match(word, BACKSLASHES);
      if (marks != 0) {
        int n = Swar.first(marks);
        at = i + n;
        out = o + n;
        return source[at] == '\\';
      }
    }
    while (i < end && source[i] != '"' && source[i] != '\\') {
      target[o++] = source[i++];
    }
    at = i;
    out = o;
    return i < end && source[i] == '\\';
  }

  private void unescape() {
    if (at + 1 >= end) {
      at = end;
      return;
    }
    byte b = source[at + 1];
    at += 2;
    switch (b) {
      case '"', '\\', '/' -> target[out++] = b;
      case 'n' -> target[out++] = '\n';
      case 'r' -> target[out++] = '\r';
      case 't' -> target[out++] = '\t';
      case 'b' -> target[out++] = '\b';
      case 'f' -> target[out++] = '\f';
      case 'u' -> unescapeUnit();
      default -> {
        target[out++] = '\\';
        target[out++] = b;
      }
    }
  }

  private void unescapeUnit() {
    int unit = hex(at);
    if (unit < 0) {
      target[out++] = '\\';
      target[out++] = 'u';
      return;
    }
    at += 4;
    int codePoint = unit;
    if (Character.isSurrogate((char) unit)) {
      codePoint = 0xFFFD;
      boolean paired = at + 6 <= end && source[at] == '\\' && source[at + 1] == 'u';
      int low = paired ? hex(at + 2) : -1;
      if (low >= 0
          && Character.isHighSurrogate((char) unit)
          && Character.isLowSurrogate((char) low)) {
        codePoint = Character.toCodePoint((char) unit, (char) low);
        at += 6;
      }
    }
    putUtf8(codePoint);
  }

  private int hex(int from) {
    if (from + 4 > end) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(source[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private void putUtf8(int c) {
    if (c < 0x80) {
      target[out++] = (byte) c;
    } else if (c < 0x800) {
      target[out++] = (byte) (0xC0 | c >> 6);
      target[out++] = (byte) (0x80 | c & 0x3F);
    } else if (c < 0x10000) {
      target[out++] = (byte) (0xE0 | c >> 12);
      target[out++] = (byte) (0x80 | c >> 6 & 0x3F);
      target[out++] = (byte) (0x80 | c & 0x3F);
    } else {
      target[out++] = (byte) (0xF0 | c >> 18);
      target[out++] = (byte) (0x80 | c >> 12 & 0x3F);
      target[out++] = (byte) (0x80 | c >> 6 & 0x3F);
      target[out++] = (byte) (0x80 | c & 0x3F);
    }
  }
}
