package io.gatewayanalyzer.core.payload;

import java.util.Locale;

/** Error pages: their title and first heading are all that a rule can use. */
final class Html {
  private static final int MAX_SCAN = 8_192;

  private Html() {}

  static ErrorFacts read(String page) {
    String head = page.length() > MAX_SCAN ? page.substring(0, MAX_SCAN) : page;
    String lower = head.toLowerCase(Locale.ROOT);
    String title = inside(head, lower, "title");
    String heading = inside(head, lower, "h1");
    String text = title == null ? heading : heading == null ? title : title + " | " + heading;
    return ErrorFacts.ofText(Shape.HTML, text == null ? strip(head) : text);
  }

  private static String inside(String page, String lower, String tag) {
    int open = lower.indexOf("<" + tag);
    int from = open < 0 ? -1 : lower.indexOf('>', open);
    int to = from < 0 ? -1 : lower.indexOf("</" + tag, from);
    if (to < 0) {
      return null;
    }
    String text = strip(page.substring(from + 1, to));
    return text.isEmpty() ? null : text;
  }

  private static String strip(String markup) {
    StringBuilder text = new StringBuilder();
    boolean inTag = false;
    for (int i = 0; i < markup.length() && text.length() < 500; i++) {
      char c = markup.charAt(i);
      if (c == '<' || c == '>') {
        inTag = c == '<';
        c = ' ';
      }
      boolean blank = Character.isWhitespace(c);
      boolean doubled = blank && (text.length() == 0 || text.charAt(text.length() - 1) == ' ');
      if (!inTag && !doubled) {
        text.append(blank ? ' ' : c);
      }
    }
    return text.toString().strip();
  }
}
