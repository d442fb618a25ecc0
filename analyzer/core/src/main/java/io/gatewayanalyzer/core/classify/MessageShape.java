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

  private MessageShape() {}

  /** Adds a message's shape to a hash; null adds nothing. */
  static long add(long start, String message) {
    long hash = start;
    int length = message == null ? 0 : Math.min(message.length(), PhraseMatcher.TEXT_MAX);
    int words = 0;
    boolean value = false;
    for (int at = 0; at < length && words < WORDS_MAX; ) {
      if (Character.isWhitespace(message.charAt(at))) {
        at++;
        continue;
      }
      int quoteEnd = quoteEnd(message, at, length);
      int end = quoteEnd > 0 ? quoteEnd : wordEnd(message, at, length);
      boolean ofValue = quoteEnd > 0 || isValue(message, at, end);
      if (!ofValue) {
        hash = word(hash, message, at, end);
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

  private static long word(long start, String message, int from, int end) {
    long hash = Hash64.add(start, ' ');
    for (int i = from; i < end; i++) {
      char c = message.charAt(i);
      if (Character.isLetter(c)) {
        hash = Hash64.add(hash, Character.toLowerCase(c));
      }
    }
    return hash;
  }

  private static int wordEnd(String message, int from, int length) {
    int end = from + 1;
    while (end < length
        && !Character.isWhitespace(message.charAt(end))
        && !quoteStarts(message, end, length)) {
      end++;
    }
    return end;
  }

  private static boolean quoteStarts(String message, int at, int length) {
    return OPENING.indexOf(message.charAt(at)) >= 0 && quoteEnd(message, at, length) > 0;
  }

  /** The end of the quotation that starts here; -1 when none does. */
  private static int quoteEnd(String message, int at, int length) {
    int quote = OPENING.indexOf(message.charAt(at));
    boolean insideWord = at > 0 && Character.isLetterOrDigit(message.charAt(at - 1));
    if (quote < 0 || insideWord) {
      return -1;
    }
    int close = message.indexOf(CLOSING.charAt(quote), at + 1);
    return close < 0 || close >= length ? -1 : close + 1;
  }

  private static boolean isValue(String message, int from, int end) {
    if (end - from >= WORD_LONG) {
      return Character.UnicodeScript.of(message.charAt(from)) != Character.UnicodeScript.HAN;
    }
    for (int i = from; i < end; i++) {
      char c = message.charAt(i);
      boolean inside = i > from && i < end - 1;
      if (Character.isDigit(c) || c == '@' || (inside && (c == '/' || c == '_'))) {
        return true;
      }
    }
    return isModel(message, from);
  }

  private static boolean isModel(String message, int from) {
    for (String model : MODELS) {
      if (message.regionMatches(true, from, model, 0, model.length())) {
        return true;
      }
    }
    return false;
  }
}
