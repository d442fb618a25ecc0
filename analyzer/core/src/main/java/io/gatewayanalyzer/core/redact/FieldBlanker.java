package io.gatewayanalyzer.core.redact;

/**
 * Blanks the values of JSON fields that hold secrets or what the user wrote. It follows strings and
 * brackets only, so that invalid or cut off JSON is blanked as far as it goes.
 */
final class FieldBlanker {
  private static final String BLANK = "\"[redacted]\"";

  private final String json;
  private final StringBuilder out;
  private int pos;
  private int depth;

  /** The depth of the innermost object that holds headers; 0 outside. */
  private int headersDepth;

  FieldBlanker(String json) {
    this.json = json;
    this.out = new StringBuilder(Math.min(json.length(), Redactor.MAX_METADATA_CHARS));
  }

  String run() {
    while (pos < json.length()) {
      char c = json.charAt(pos);
      if (c == '"') {
        string();
      } else {
        bracket(c);
        out.append(c);
        pos++;
      }
    }
    return out.toString();
  }

  private void bracket(char c) {
    if (c == '{' || c == '[') {
      depth++;
    } else if (c == '}' || c == ']') {
      headersDepth = depth == headersDepth ? 0 : headersDepth;
      depth = Math.max(0, depth - 1);
    }
  }

  private void string() {
    int start = pos;
    pos = stringEnd(pos);
    out.append(json, start, pos);
    int colon = skipSpaces(pos);
    if (colon >= json.length() || json.charAt(colon) != ':') {
      return;
    }
    int value = skipSpaces(colon + 1);
    out.append(json, pos, value);
    pos = value;
    value(json.substring(start + 1, Math.max(start + 1, colonName(start, colon))));
  }

  private int colonName(int start, int colon) {
    int end = colon;
    while (end > start && json.charAt(end) != '"') {
      end--;
    }
    return end;
  }

  private void value(String name) {
    if (headersDepth == 0 && SecretNames.isHeaders(name) && startsObject()) {
      headersDepth = depth + 1;
      return;
    }
    boolean blank =
        headersDepth > 0
            ? !SecretNames.isHarmlessHeader(name)
            : SecretNames.isUserField(name) && !isPlainScalar();
    if (blank) {
      int end = valueEnd(pos);
      if (end > pos) {
        out.append(BLANK);
      }
      pos = end;
    }
  }

  private boolean startsObject() {
    return pos < json.length() && json.charAt(pos) == '{';
  }

  /** Numbers of a few digits, null, true and false say nothing about the user. */
  private boolean isPlainScalar() {
    int end = valueEnd(pos);
    return end - pos <= 10 && end > pos && "\"[{".indexOf(json.charAt(pos)) < 0;
  }

  private int valueEnd(int from) {
    int open = 0;
    int i = from;
    while (i < json.length()) {
      char c = json.charAt(i);
      if (c == '"') {
        i = stringEnd(i);
        if (open == 0) {
          return i;
        }
        continue;
      }
      if (c == '{' || c == '[') {
        open++;
      } else if (c == '}' || c == ']') {
        open--;
      }
      if (open < 0 || open == 0 && c == ',') {
        return i;
      }
      i++;
      if (open == 0 && (c == '}' || c == ']')) {
        return i;
      }
    }
    return i;
  }

  private int stringEnd(int quote) {
    int i = quote + 1;
    while (i < json.length() && json.charAt(i) != '"') {
      i += json.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(json.length(), i + 1);
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < json.length() && Chars.isSpace(json.charAt(i))) {
      i++;
    }
    return i;
  }
}
