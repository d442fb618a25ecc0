package io.gatewayanalyzer.core.classify;

/**
 * The part of a message that stays when its values change: its first words in lower case, with
 * numbers, ids, addresses, quoted text and model names replaced by a mark.
 */
final class MessageShape {
  private static final int WORDS_MAX = 24;
  private static final int WORD_LONG = 28;
  private static final char VALUE = '#';
  private static final String OPENING = "\"'`\u201c\u300c\u2018";
  private static final String CLOSING = "\"'`\u201d\u300d\u2019";
  private static final String[] MODELS = {
    "gpt-",
    "chatgpt-",
    "claude-",
    "gemini-",
    "llama-",
    "mistral-",
    "deepseek-",
    "qwen-",
    "grok-",
    "command-",
    "kimi-",
    "sonar-",
    "codestral-",
    "mixtral-"
  };

  private static final byte OTHER = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte BLANK = 3;
  private static final byte QUOTE = 4;
  private static final byte JOINT = 5;
  private static final long HYPHEN = 1L << 32;
  private static final byte[] ASCII = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      ASCII[c] = slowKind(c);
    }
  }

  private MessageShape() {}

  /** Adds a message's shape to a hash; null adds nothing. */
  static long add(long start, String message) {
    long hash = start;
    if (message == null) {
      return start;
    }
    int length = Math.min(message.length(), PhraseMatcher.TEXT_MAX);
    char[] text = new char[length];
    message.getChars(0, length, text, 0);
    int words = 0;
    boolean value = false;
    for (int at = 0; at < length && words < WORDS_MAX; ) {
      byte kind = kind(text[at]);
      if (kind == BLANK) {
        at++;
        continue;
      }
      int quoteEnd = kind == QUOTE ? quoteEnd(message, at, length) : -1;
      long seen = 0;
      long word = Hash64.add(hash, ' ');
      int end = at;
      while (quoteEnd < 0 && end < length) {
        char c = text[end];
        kind = kind(c);
        if (kind == BLANK || (kind == QUOTE && end > at && quoteEnd(message, end, length) > 0)) {
          break;
        }
        if (kind == LETTER) {
          word = Hash64.add(word, c < 128 ? (char) (c | 0x20) : Character.toLowerCase(c));
        }
        seen |= 1L << kind;
        seen |= c == '-' ? HYPHEN : 0;
        end++;
      }
      end = quoteEnd > 0 ? quoteEnd : end;
      boolean ofValue = quoteEnd > 0 || isValue(message, at, end, seen);
      if (!ofValue) {
        hash = word;
        words++;
      } else if (!value) {
        // A list of values has any length; one mark stands for all of it.
        hash = Hash64.add(hash, VALUE);
        words++;
      }
      value = ofValue;
      at = end;
    }
    return hash;
  }

  /** The end of the quotation that starts here; -1 when none does. */
  private static int quoteEnd(String message, int at, int length) {
    boolean insideWord = at > 0 && Character.isLetterOrDigit(message.charAt(at - 1));
    if (insideWord) {
      return -1;
    }
    char closing = CLOSING.charAt(OPENING.indexOf(message.charAt(at)));
    int close = message.indexOf(closing, at + 1);
    return close < 0 || close >= length ? -1 : close + 1;
  }

  private static boolean isValue(String message, int from, int end, long seen) {
    if (end - from >= WORD_LONG) {
      // Chinese has no blanks, so a long run of it is prose and not an id.
      return Character.UnicodeScript.of(message.charAt(from)) != Character.UnicodeScript.HAN;
    }
    if ((seen & 1L << DIGIT) != 0) {
      return true;
    }
    boolean joint = (seen & 1L << JOINT) != 0 && hasInnerJoint(message, from, end);
    return joint || ((seen & HYPHEN) != 0 && isModel(message, from));
  }

  private static boolean hasInnerJoint(String message, int from, int end) {
    for (int i = from + 1; i < end - 1; i++) {
      if (kind(message.charAt(i)) == JOINT) {
        return true;
      }
    }
    return false;
  }

  private static boolean isModel(String message, int from) {
    for (String model : MODELS) {
      if (message.regionMatches(true, from, model, 0, model.length())) {
        return true;
      }
    }
    return false;
  }

  private static byte kind(char c) {
    return c < 128 ? ASCII[c] : slowKind(c);
  }

  private static byte slowKind(char c) {
    if (Character.isLetter(c)) {
      return LETTER;
    }
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    if (Character.isWhitespace(c)) {
      return BLANK;
    }
    if (OPENING.indexOf(c) >= 0) {
      return QUOTE;
    }
    return c == '@' || c == '/' || c == '_' ? JOINT : OTHER;
  }
}
