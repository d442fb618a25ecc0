package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.json.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Errors inside prose: class names that LiteLLM and others put in front ({@code
 * litellm.RateLimitError: RateLimitError: OpenAIException - …}), statuses ("Error code: 429 - …")
 * and JSON that follows a few words.
 */
final class Prose {
  private static final String[] STATUS_WORDS = {"error code", "status code", "status"};
  private static final int MAX_PREFIX = 400;
  private static final int MAX_CLASS_NAMES = 6;

  private Prose() {}

  /** The error that a message quotes, or null when it quotes none. */
  static ErrorFacts quoted(String message, long nowMs, int layer) {
    if (!mayQuote(message)) {
      return null;
    }
    ErrorFacts facts = unwrap(ErrorFacts.ofText(Shape.TEXT, message), nowMs, layer);
    boolean nothingNew =
        facts.names().isEmpty()
            && facts.inner() == null
            && facts.declaredStatus() == 0
            && facts.shape() == Shape.TEXT;
    return nothingNew ? null : facts;
  }

  /** A cheap look for what every quotation has: a brace, a tag, a class name, a status. */
  private static boolean mayQuote(String message) {
    int limit = Math.min(message.length(), MAX_PREFIX);
    int digits = 0;
    for (int i = 0; i < limit; i++) {
      char c = message.charAt(i);
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      boolean status = digits == 3 && message.charAt(i - 2) <= '5' && message.charAt(i - 2) >= '4';
      if (c == '{' || c == '<' || status || (c == ':' && endsInClassName(message, i))) {
        return true;
      }
    }
    return message.contains("Exception - ");
  }

  private static boolean endsInClassName(String message, int end) {
    return message.startsWith("Error", end - 5) || message.startsWith("Exception", end - 9);
  }

  /** The same prose with what it quotes: class names as names, JSON or HTML as inner error. */
  static ErrorFacts unwrap(ErrorFacts prose, long nowMs, int layer) {
    String text = prose.message();
    List<String> names = new ArrayList<>(2);
    int rest = classNames(text, names);
    String provider = providerName(names);
    ErrorFacts inner = null;
    int json = jsonStart(text, rest);
    if (json >= 0) {
      inner = ErrorReader.read(Slice.of(text.substring(json)), nowMs, layer);
    } else if (html(text, rest)) {
      inner = Html.read(text.substring(rest).strip());
    }
    boolean useful = inner != null && (inner.shape() == Shape.HTML || hasWords(inner));
    return new ErrorFacts(
        Shape.TEXT,
        null,
        null,
        null,
        text,
        names,
        status(text),
        null,
        -1,
        null,
        null,
        provider,
        null,
        useful ? inner : null);
  }

  private static boolean hasWords(ErrorFacts facts) {
    return facts.message() != null
        || facts.type() != null
        || facts.code() != null
        || !facts.names().isEmpty();
  }

  /** Collects leading {@code pkg.NameError:} words; returns where the prose behind them starts. */
  private static int classNames(String text, List<String> names) {
    int at = 0;
    while (names.size() < MAX_CLASS_NAMES) {
      int stop = at;
      while (stop < text.length() && isNamePart(text.charAt(stop))) {
        stop++;
      }
      boolean dash = text.startsWith(" - ", stop);
      boolean colon = text.startsWith(": ", stop) || (text.startsWith(":", stop));
      String word = text.substring(at, stop);
      if (!(dash || colon) || !(word.endsWith("Error") || word.endsWith("Exception"))) {
        return at;
      }
      String name = word.substring(word.lastIndexOf('.') + 1);
      if (!names.contains(name)) {
        names.add(name);
      }
      at = dash ? stop + 3 : stop + 1;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  /** {@code OpenAIException} in front of a message means that OpenAI answered. */
  private static String providerName(List<String> names) {
    for (String name : names) {
      if (name.endsWith("Exception") && name.length() > "Exception".length()) {
        return name.substring(0, name.length() - "Exception".length());
      }
    }
    return null;
  }

  private static int jsonStart(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_PREFIX);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '{' && looksLikeObject(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean looksLikeObject(String text, int brace) {
    for (int i = brace + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == '"';
      }
    }
    return false;
  }

  private static boolean html(String text, int from) {
    String rest = text.substring(from).stripLeading();
    return rest.regionMatches(true, 0, "<!doctype", 0, 9)
        || rest.regionMatches(true, 0, "<html", 0, 5);
  }

  /** A three-digit status right behind one of the words that announce it, near the start. */
  private static int status(String text) {
    int limit = Math.min(text.length(), MAX_PREFIX);
    int digits = 0;
    for (int i = 0; i <= limit; i++) {
      char c = i < limit ? text.charAt(i) : ' ';
      if (c >= '0' && c <= '9') {
        digits++;
        continue;
      }
      if (digits == 3 && isAnnounced(text, i - 3)) {
        int status = Integer.parseInt(text, i - 3, i, 10);
        if (status >= 400 && status <= 599) {
          return status;
        }
      }
      digits = 0;
    }
    return 0;
  }

  private static boolean isAnnounced(String text, int at) {
    int end = at;
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == ':')) {
      end--;
    }
    for (String word : STATUS_WORDS) {
      int from = end - word.length();
      if (from >= 0 && end < at && text.regionMatches(true, from, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
