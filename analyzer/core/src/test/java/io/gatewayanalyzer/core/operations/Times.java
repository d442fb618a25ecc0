package io.gatewayanalyzer.core.operations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 800ms}, {@code 21s}, {@code 1m30s}, {@code 0.5s}. */
final class Times {
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h)");

  private Times() {}

  /** The milliseconds of a text; -1 when it is none of ours. */
  static long millis(String text) {
    Matcher matcher = PART.matcher(text);
    double millis = 0;
    int at = 0;
    while (matcher.lookingAt()) {
      millis += Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
      at = matcher.end();
      matcher.region(at, text.length());
    }
    return at == 0 || at < text.length() ? -1 : Math.round(millis);
  }

  /** Milliseconds in the shortest of these forms that is exact. */
  static String text(long millis) {
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  private static long unit(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      default -> 3_600_000;
    };
  }
}
