package io.gatewayanalyzer.core.json;

import io.gatewayanalyzer.core.event.Wire;
import java.nio.charset.StandardCharsets;

/**
 * A forward-only cursor over one JSON text in a byte array. The caller enters objects and arrays,
 * reads the values it knows and skips the rest; nothing is copied unless asked for.
 *
 * <p>Total: malformed or cut input sets {@link #broken()} and makes every further call return
 * nothing. Tolerant where real payloads are not strict JSON: raw control characters in strings,
 * invalid UTF-8, any literal. Iterative, so depth costs nothing. Not thread safe.
 */
public final class JsonCursor {
  /** Bytes that a copy may write, and undo, behind its last one. */
  public static final int COPY_SLACK = Long.BYTES;

  private static final long QUOTES = Swar.repeat('"');
  private static final long BACKSLASHES = Swar.repeat('\\');

  private final StringCopy copy = new StringCopy();
  private byte[] bytes = Slice.EMPTY.bytes();
  private int at;
  private int end;
  private boolean broken;
  private boolean first;
  private int keyFrom;
  private int keyTo;
  private int textFrom;
  private int textTo;
  private boolean escaped;

  /** Starts over at the beginning of a range. */
  public JsonCursor reset(byte[] buffer, int from, int to) {
    bytes = buffer;
    at = from;
    end = to;
    broken = false;
    first = false;
    return this;
  }

  /** Starts over at the beginning of a slice. */
  public JsonCursor reset(Slice slice) {
    return reset(slice.bytes(), slice.from(), slice.to());
  }

  /** Whether the text turned out to be malformed or cut short. */
  public boolean broken() {
    return broken;
  }

  /** Index of the next unread byte. */
  public int position() {
    return at;
  }

  /**
   * The first byte of the next value, white space passed over: one of <code>{ [ " t f n</code>, a
   * digit or minus, some other byte in broken input, or 0 at the end.
   */
  public int peek() {
    while (at < end) {
      byte b = bytes[at];
      if (b > ' ' || b < 0) {
        return b;
      }
      at++;
    }
    return 0;
  }

  /** Steps into an object. Returns false, and moves nothing, when the next value is none. */
  public boolean enterObject() {
    return enter('{');
  }

  /** Steps into an array. Returns false, and moves nothing, when the next value is none. */
  public boolean enterArray() {
    return enter('[');
  }

  private boolean enter(char bracket) {
    if (peek() != bracket || broken) {
      return false;
    }
    at++;
    first = true;
    return true;
  }

  /**
   * Moves to the next key of the object entered last; its value is next. Returns false at the end
   * of the object, which is then behind the cursor.
   */
  public boolean nextKey() {
    return nextKeyStart() && readKey();
  }

  /** Logs are written without blanks, so what comes next is nearly always known. */
  private boolean nextKeyStart() {
    int i = at;
    if (first) {
      if (i < end && bytes[i] == '"') {
        first = false;
        return true;
      }
    } else if (i + 1 < end && bytes[i] == ',' && bytes[i + 1] == '"') {
      at = i + 1;
      return true;
    }
    return nextMember('}') && (peek() == '"' || breakOff());
  }

  private boolean readKey() {
    if (!scanString()) {
      return breakOff();
    }
    keyFrom = textFrom;
    keyTo = textTo;
    if ((at < end && bytes[at] == ':') || peek() == ':') {
      at++;
      return true;
    }
    return breakOff();
  }

  /**
   * Moves to the next element of the array entered last. Returns false at the end of the array,
   * which is then behind the cursor.
   */
  public boolean nextElement() {
    return nextMember(']');
  }

  private boolean nextMember(char close) {
    if (broken) {
      return false;
    }
    int b = peek();
    if (b == close) {
      at++;
      first = false;
      return false;
    }
    if (first) {
      first = false;
      return b != 0 || breakOff();
    }
    if (b != ',') {
      return breakOff();
    }
    at++;
    return peek() != close || breakOff();
  }

  /** Which of some words the current key is; null for any other. Surrounding blanks are ignored. */
  public <E extends Enum<E> & Wire> E key(Words<E> words) {
    int from = keyFrom;
    int to = keyTo;
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    while (from < to && bytes[to - 1] == ' ') {
      to--;
    }
    return words.find(bytes, from, to);
  }

  /** First byte of the current key. */
  public int keyFrom() {
    return keyFrom;
  }

  /** One past the last byte of the current key. */
  public int keyTo() {
    return keyTo;
  }

  /** The current key as text, escapes left as they are. */
  public String keyText() {
    return new String(bytes, keyFrom, keyTo - keyFrom, StandardCharsets.UTF_8);
  }

  /** Whether the current key equals an ASCII word, ignoring case. */
  public boolean keyEqualsIgnoreCase(String word) {
    if (keyTo - keyFrom != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      int b = bytes[keyFrom + i];
      if (b >= 'A' && b <= 'Z') {
        b += 'a' - 'A';
      }
      if (b != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the current key ends with an ASCII suffix, case as written. */
  public boolean keyEndsWith(String suffix) {
    int from = keyTo - suffix.length();
    if (from < keyFrom) {
      return false;
    }
    for (int i = 0; i < suffix.length(); i++) {
      if (bytes[from + i] != suffix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Passes over the next value, whatever it is and however deep. */
  public void skip() {
    int b = peek();
    if (b == '"') {
      if (!scanString()) {
        breakOff();
      }
    } else if (b == '{' || b == '[') {
      skipNested();
    } else {
      skipLiteral();
    }
    first = false;
  }

  private void skipNested() {
    int depth = 0;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        if (!scanString()) {
          break;
        }
        continue;
      }
      at++;
      if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        return;
      }
    }
    breakOff();
  }

  private void skipLiteral() {
    int from = at;
    while (at < end && isLiteral(bytes[at])) {
      at++;
    }
    textFrom = from;
    textTo = at;
    if (from == at) {
      breakOff();
    }
  }

  private static boolean isLiteral(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '.'
        || b == '-'
        || b == '+';
  }

  /**
   * Reads the next value as a span: the inside of a string, the digits of a number, the word of a
   * literal. Nested values are skipped.
   *
   * @return false when the value is null, nested, or broken; then there is no span
   */
  public boolean readScalar() {
    int b = peek();
    if (b == '"') {
      boolean read = scanString();
      return read || breakOff();
    }
    if (b == '{' || b == '[') {
      skipNested();
      return false;
    }
    escaped = false;
    skipLiteral();
    return !broken && b != 'n';
  }

  /** First byte of the last scalar read. */
  public int scalarFrom() {
    return textFrom;
  }

  /** One past the last byte of the last scalar read. */
  public int scalarTo() {
    return textTo;
  }

  /** The next value as one of some words; null for null, nested values and any other word. */
  public <E extends Enum<E> & Wire> E readWord(Words<E> words) {
    return readScalar() ? words.find(bytes, textFrom, textTo) : null;
  }

  /** The next value as text: strings unescaped, numbers and literals as written; else null. */
  public String readText() {
    if (!readScalar()) {
      return null;
    }
    if (!escaped) {
      return new String(bytes, textFrom, textTo - textFrom, StandardCharsets.UTF_8);
    }
    return unescaped();
  }

  private String unescaped() {
    byte[] plain = new byte[textTo - textFrom + COPY_SLACK];
    int length = copy.run(bytes, textFrom, textTo, plain, 0);
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }

  /** The next value as a short text that repeats often, through a cache; else null. */
  public String readText(TextCache cache) {
    if (!readScalar()) {
      return null;
    }
    if (escaped) {
      return unescaped();
    }
    return cache.get(bytes, textFrom, textTo);
  }

  /** The next value as a whole number, also from a string or a decimal; else the fallback. */
  public long readLong(long fallback) {
    return readScalar() ? Numbers.parseLong(bytes, textFrom, textTo, fallback) : fallback;
  }

  /** The next value as a number, also from a string; else the fallback. */
  public double readDouble(double fallback) {
    return readScalar() ? Numbers.parseDouble(bytes, textFrom, textTo, fallback) : fallback;
  }

  /** The next value as a truth value, also from a string; else null. */
  public Boolean readBoolean() {
    if (!readScalar()) {
      return null;
    }
    int length = textTo - textFrom;
    if (length == 4 && (bytes[textFrom] | 0x20) == 't') {
      return Boolean.TRUE;
    }
    return length == 5 && (bytes[textFrom] | 0x20) == 'f' ? Boolean.FALSE : null;
  }

  /** The next value as raw JSON, brackets or quotes included. Empty when broken. */
  public Slice readRaw() {
    peek();
    int from = at;
    skip();
    return broken ? Slice.EMPTY : new Slice(bytes, from, at);
  }

  /**
   * Unescapes the next value, a string, into a buffer in one pass.
   *
   * @param target has at least as many bytes from {@code offset} on as the rest of the input has,
   *     plus {@link #COPY_SLACK}
   * @param offset where the first byte goes
   * @return the number of bytes written, or -1 when the string does not end (then broken)
   */
  public int readStringInto(byte[] target, int offset) {
    int written = copy.run(bytes, at + 1, end, target, offset);
    at = copy.stop() + 1;
    if (copy.stop() >= end) {
      breakOff();
      return -1;
    }
    return written;
  }

  private boolean scanString() {
    byte[] text = bytes;
    int i = at + 1;
    int last = end - 8;
    boolean escapes = false;
    textFrom = i;
    while (i <= last) {
      long word = Swar.load(text, i);
      long marks = Swar.match(word, QUOTES) | Swar.match(word, BACKSLASHES);
      if (marks == 0) {
        i += 8;
        continue;
      }
      i += Swar.first(marks);
      if (text[i] == '"') {
        return endString(i, escapes);
      }
      escapes = true;
      i += 2;
    }
    while (i < end && text[i] != '"') {
      escapes |= text[i] == '\\';
      i += text[i] == '\\' ? 2 : 1;
    }
    return i < end && endString(i, escapes);
  }

  private boolean endString(int quote, boolean escapes) {
    textTo = quote;
    at = quote + 1;
    escaped = escapes;
    return true;
  }

  private boolean breakOff() {
    broken = true;
    at = end;
    return false;
  }
}
