package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.TextCache;

/** Values that are signs: read one, keep nothing but whether it says something. */
final class Signs {
  private Signs() {}

  /** Whether the next value is a non-empty string. */
  static boolean isText(JsonCursor cursor) {
    boolean text = cursor.peek() == '"';
    return cursor.readScalar() && text && cursor.scalarFrom() < cursor.scalarTo();
  }

  /** Whether the next value is something rather than null, false, "" or an empty bracket. */
  static boolean isSomething(JsonCursor cursor, byte[] bytes) {
    int b = cursor.peek();
    if (b == '{' || b == '[') {
      int before = cursor.position();
      cursor.skip();
      return !isEmptyBracket(bytes, before, cursor.position());
    }
    return cursor.readScalar() && b != 'f' && cursor.scalarFrom() < cursor.scalarTo();
  }

  private static boolean isEmptyBracket(byte[] bytes, int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a business code says failure: anything but nothing, 0, 200, "ok" and "success". */
  static boolean isFailureCode(JsonCursor cursor, TextCache cache) {
    String word = cursor.readText(cache);
    return word != null
        && !word.isEmpty()
        && !word.equals("0")
        && !word.equals("200")
        && !word.equals("20000")
        && !word.equalsIgnoreCase("ok")
        && !word.equalsIgnoreCase("success");
  }

  /** Whether a span of bytes starts with an ASCII prefix. */
  static boolean startsWith(byte[] bytes, int from, int to, String prefix) {
    if (to - from < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes[from + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
