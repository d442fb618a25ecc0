package io.gatewayanalyzer.core.json;

/**
 * Copies the inside of a JSON string into a buffer, escapes resolved, in one pass. Unknown escapes
 * are kept as written; lone surrogates become U+FFFD. Not thread safe.
 */
final class StringCopy {
  private static final long QUOTES = Swar.repeat('"');
  private static final long BACKSLASHES = Swar.repeat('\\');
  private static final byte[] PLAIN = plainEscapes();

  private byte[] source;
  private byte[] target;
  private int end;
  private int at;
  private int out;

  /** What stands for one escaped character; zero where it takes more than a look. */
  private static byte[] plainEscapes() {
    byte[] plain = new byte[256];
    plain['"'] = '"';
    plain['\\'] = '\\';
    plain['/'] = '/';
    plain['n'] = '\n';
    plain['r'] = '\r';
    plain['t'] = '\t';
    plain['b'] = '\b';
    plain['f'] = '\f';
    return plain;
  }

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
      unescapeRare();
    }
    return out - offset;
  }

  /** Copies up to the next escape that takes more than a look, and says whether there is one. */
  private boolean copyPlain() {
    byte[] from = source;
    byte[] to = target;
    int i = at;
    int o = out;
    int last = end - 8;
    while (i <= last) {
      long word = Swar.load(from, i);
      Swar.store(to, o, word);
      long marks = Swar.match(word, QUOTES) | Swar.match(word, BACKSLASHES);
      if (marks == 0) {
        i += 8;
        o += 8;
        continue;
      }
      int n = Swar.first(marks);
      i += n;
      o += n;
      byte plain = from[i] == '"' ? 0 : PLAIN[from[i + 1 < end ? i + 1 : i] & 0xFF];
      if (plain == 0 || i + 1 >= end) {
        at = i;
        out = o;
        return from[i] == '\\';
      }
      to[o++] = plain;
      i += 2;
    }
    return copyTail(i, o);
  }

  private boolean copyTail(int from, int into) {
    int i = from;
    int o = into;
    while (i < end && source[i] != '"' && source[i] != '\\') {
      target[o++] = source[i++];
    }
    at = i;
    out = o;
    return i < end && source[i] == '\\';
  }

  private void unescapeRare() {
    if (at + 1 >= end) {
      at = end;
      return;
    }
    byte b = source[at + 1];
    at += 2;
    if (b == 'u') {
      unescapeUnit();
    } else if (PLAIN[b & 0xFF] != 0) {
      target[out++] = PLAIN[b & 0xFF];
    } else {
      target[out++] = '\\';
      target[out++] = b;
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
