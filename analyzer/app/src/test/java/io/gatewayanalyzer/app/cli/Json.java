package io.gatewayanalyzer.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough reading of JSON for assertions. */
final class Json {
  private Json() {}

  /** The first number under this name. */
  static long number(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(json);
    if (!matcher.find()) {
      throw new AssertionError("no number " + name + " in " + json);
    }
    return Long.parseLong(matcher.group(1));
  }
}
