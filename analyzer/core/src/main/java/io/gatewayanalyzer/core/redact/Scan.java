package io.gatewayanalyzer.core.redact;

/**
 * One pass over one text, word by word, copying what may stay.
 *
 * <p>A word is a run of letters, digits, hyphens, underscores and asterisks. Every look ahead is
 * bounded or skips what it has looked at, so the pass is linear. An earlier pass's markers are
 * stepped over whole, so a second pass finds nothing.
 */
final class Scan {
  private static final String MARK = "[redacted";
  private static final String PLAIN = MARK + "]";
  private static final String KEY = MARK + ":key]";
  private static final String RUN = MARK + ":secret]";
  private static final String PEM = MARK + ":pem]";
  private static final String EMAIL = MARK + ":email]";
  private static final String IP = MARK + ":ip]";
  private static final String PEM_BEGIN = "-----BEGIN";

  /** Shorter words behind a dot are a file's or a host's name. */
  private static final int MIN_TAIL = 10;

  /** Shorter words hold no key inside. */
  private static final int MIN_INNER_WORD = 16;

  /** Shorter words are no key, not even a masked one. */
  private static final int MIN_KEY_WORD = 6;

  /** Longest local part of an address, with room to spare (RFC 5321 allows 64). */
  private static final int MAX_LOCAL = 256;

  private final String text;

  /** The text again, because the pass looks at every character at least once. */
  private final char[] chars;

  private final int maxChars;
  private StringBuilder out;

  /** Everything before this index is in {@code out}, or is known to stay. */
  private int copied;

  /** Base64 runs before this index have been judged. */
  private int runJudged;

  Scan(String text, int maxChars) {
    this.text = text;
    this.chars = text.toCharArray();
    this.maxChars = maxChars;
  }

  String run() {
    int i = 0;
    int length = chars.length;
    while (i < length && !full(i)) {
      char c = chars[i];
      if (Chars.is(c, Chars.WORD)) {
        i = word(i);
      } else if (c == '@' || c == '%' || c == ':' || c == '[') {
        i = sign(i, c);
      } else if (c == '\\') {
        i = afterEscape(i);
      } else {
        i++;
      }
    }
    return out == null ? text : out.append(text, copied, Math.max(i, copied)).toString();
  }

  private boolean full(int i) {
    long written = out == null ? i : (long) out.length() + i - copied;
    return written - MAX_LOCAL > maxChars;
  }

  private int replace(int from, int to, String by) {
    if (out == null) {
      out = new StringBuilder(text.length());
    }
    out.append(text, copied, from).append(by);
    copied = to;
    return to;
  }

  // ---- signs

  private int sign(int i, char c) {
    switch (c) {
      case '[':
        int end = Values.markerEnd(text, i);
        return end > i ? end : i + 1;
      case ':':
        return text.startsWith("://", i) ? userInfo(i + 3) : i + 1;
      case '@':
        return email(i, i + 1);
      default:
        return text.startsWith("%40", i) ? email(i, i + 3) : afterPercent(i);
    }
  }

  /** An escaped character belongs to no word. */
  private int afterEscape(int i) {
    boolean unicode = i + 1 < text.length() && text.charAt(i + 1) == 'u';
    return unicode && Chars.runEnd(text, i + 2, Chars.HEX) >= i + 6 ? i + 6 : i + 1;
  }

  /** Whether a word may start with the letter of an escape such as \n, which is no part of it. */
  private boolean startsEscaped(int from, int to) {
    char c = chars[from];
    boolean letter = c == 'n' || c == 'r' || c == 't';
    return letter && from > 0 && chars[from - 1] == '\\' && from + 1 < to;
  }

  private int afterPercent(int i) {
    int hex = Chars.runEnd(text, i + 1, Chars.HEX) - i - 1;
    return hex >= 2 && hex < KeyShapes.MIN_RUN ? i + 3 : i + 1;
  }

  private int userInfo(int from) {
    int at = -1;
    int i = from;
    while (i < text.length()
        && "/?#\"'<>\\ \t\n\r`".indexOf(text.charAt(i)) < 0
        && Values.markerEnd(text, i) == i) {
      at = text.charAt(i) == '@' ? i : at;
      i++;
    }
    return at < 0 ? from : replace(from, at, PLAIN) + 1;
  }

  private int email(int at, int domain) {
    int start = at;
    while (start > copied && at - start < MAX_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    int end = Values.domainEnd(text, domain);
    return start == at || end < 0 ? domain : replace(start, end, EMAIL);
  }

  private static boolean isLocal(char c) {
    return Chars.is(c, Chars.WORD) || c == '.' || c == '+' || c == '%';
  }

  // ---- words

  private int word(int from) {
    int runEnd = from + 1;
    int length = chars.length;
    int classes = 0;
    while (runEnd < length) {
      int of = Chars.of(chars[runEnd]);
      if ((of & Chars.WORD) == 0) {
        break;
      }
      classes |= of;
      runEnd++;
    }
    boolean telling = mayHoldKey(from, runEnd, classes);
    int to = telling ? pemStart(from, runEnd) : runEnd;
    if (to == from) {
      return replace(from, Values.pemEnd(text, runEnd), PEM);
    }
    int done = telling ? key(from, to) : -1;
    if (done < 0 && startsEscaped(from, to)) {
      return word(from + 1);
    }
    if (done < 0) {
      done = named(from, to);
    }
    if (done < 0) {
      done = ipAddress(from, to);
    }
    return done < 0 ? to : done;
  }

  /** Whether a word is more than an ordinary word; most words of prose end here. */
  private boolean mayHoldKey(int from, int to, int classes) {
    if (to - from >= MIN_INNER_WORD) {
      return true;
    }
    char next = to < chars.length ? chars[to] : ' ';
    if (next == '.' || next == '/' || next == '+' || next == '\\' || next == '…') {
      return true;
    }
    int unlikeWords = Chars.JOINT | Chars.DIGIT | Chars.UPPER;
    boolean number = classes == (Chars.DIGIT | Chars.HEX) && Chars.is(chars[from], Chars.DIGIT);
    return to - from >= MIN_KEY_WORD && (classes & unlikeWords) != 0 && !number;
  }

  private int key(int from, int to) {
    if (KeyShapes.startsKey(text, from, to)) {
      return replace(from, keyEnd(from, to), KEY);
    }
    int account = KeyShapes.accountPrefix(text, from);
    if (account > 0) {
      return replace(from + account, to, PLAIN);
    }
    if (KeyShapes.isRequestId(text, from, to)) {
      return -1;
    }
    if (isBlob(from, to)) {
      return replace(from, tail(Values.paddingEnd(text, runJudged)), RUN);
    }
    return to - from < MIN_INNER_WORD ? -1 : innerKey(from, to);
  }

  /** A key ends with its word; Bedrock's and others' are base64 and go on behind a slash. */
  private int keyEnd(int from, int to) {
    int blob = BlobRun.end(text, from);
    boolean goesOn = blob > to && BlobRun.isBlob(text, from, blob);
    return goesOn ? tail(Values.paddingEnd(text, blob)) : withDomain(KeyShapes.bodyEnd(text, to));
  }

  private boolean isBlob(int from, int to) {
    boolean goesOn = to < text.length() && "+/\\".indexOf(text.charAt(to)) >= 0;
    if (from < runJudged || to - from < MIN_INNER_WORD && !goesOn) {
      return false;
    }
    runJudged = BlobRun.end(text, from);
    return BlobRun.isBlob(text, from, runJudged);
  }

  private int innerKey(int from, int to) {
    int segment = from;
    for (int i = from; i < to; i++) {
      if (i > from && KeyShapes.continuesAsKey(text, i, to)) {
        int start = KeyShapes.isLongRun(text, segment, i) ? segment : i;
        return replace(start, keyEnd(i, to), KEY);
      }
      if (Chars.is(text.charAt(i), Chars.JOINT)) {
        segment = i + 1;
      } else if (i + 1 == to || Chars.is(text.charAt(i + 1), Chars.JOINT)) {
        if (KeyShapes.isLongRun(text, segment, i + 1)) {
          return replace(segment, tail(i + 1), RUN);
        }
      }
    }
    return -1;
  }

  /** A long run may go on behind dots: Zhipu writes id.secret, a JWT has three parts. */
  private int tail(int from) {
    int end = from;
    while (end + 1 < text.length() && text.charAt(end) == '.') {
      int run = Chars.runEnd(text, end + 1, Chars.WORD);
      if (run - end <= MIN_TAIL) {
        break;
      }
      end = run;
    }
    return withDomain(end);
  }

  /** What looked like a key may be the local part of an address. */
  private int withDomain(int end) {
    boolean at = end < text.length() && text.charAt(end) == '@';
    return at ? Math.max(end, Values.domainEnd(text, end + 1)) : end;
  }

  /** Where a PEM block starts in a word; the word's end when none does. */
  private int pemStart(int from, int to) {
    for (int i = from; i <= to - PEM_BEGIN.length(); i++) {
      if (text.charAt(i) == '-' && text.startsWith(PEM_BEGIN, i)) {
        return i;
      }
    }
    return to;
  }

  // ---- values behind names

  private int named(int from, int to) {
    boolean secretEnd = to - from >= 3 && SecretNames.mayEnd(chars[to - 2], chars[to - 1]);
    if (secretEnd && (SecretNames.isSecret(text, from, to) || isSpacedName(from, to))) {
      return value(Values.behindName(text, to));
    }
    if (to < chars.length && chars[to] == '=') {
      boolean named = SecretNames.isSecretWhenAssigned(text, from, to);
      return named ? value(Values.behindName(text, to)) : -1;
    }
    return Values.isScheme(text, from, to) ? value(Values.behindScheme(text, to)) : -1;
  }

  /** "API key", "access key", written apart. */
  private boolean isSpacedName(int from, int to) {
    return to - from == 3
        && from >= 4
        && Chars.isSpace(text.charAt(from - 1))
        && text.regionMatches(true, from, "key", 0, 3)
        && (text.regionMatches(true, from - 4, "api", 0, 3)
            || text.regionMatches(true, from - 5, "auth", 0, 4)
            || text.regionMatches(true, from - 7, "access", 0, 6)
            || text.regionMatches(true, from - 7, "secret", 0, 6)
            || text.regionMatches(true, from - 8, "private", 0, 7));
  }

  private int value(Values.Span span) {
    return span == null ? -1 : replace(span.from(), span.to(), PLAIN);
  }

  // ---- addresses

  private int ipAddress(int from, int to) {
    if (to >= chars.length || chars[to] != '.') {
      return -1;
    }
    int start = to;
    while (start > from && to - start < 4 && Chars.is(text.charAt(start - 1), Chars.DIGIT)) {
      start--;
    }
    int end = Values.addressEnd(text, start);
    return end < 0 ? -1 : replace(start, end, IP);
  }
}
