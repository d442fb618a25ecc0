package io.gatewayanalyzer.benchmarks;

import java.util.SplittableRandom;

/** Text as a model would write it: words, some punctuation, now and then a quote or a new line. */
final class Prose {
  private static final String[] WORDS =
      ("the of a to and in is that it for on with as be this are by an or from can which one each"
              + " when more if time other than then only its over such will about first where"
              + " through between system value number result order point part example model water"
              + " energy city garden river window market history question answer method pattern"
              + " measure balance surface morning distance language music teacher picture letter"
              + " kitchen engine signal network morning bridge forest season weather colour silver"
              + " usually slowly often never quickly because however although perhaps therefore"
              + " describe compare follow change carry reach build write consider explain improve")
          .split(" ");

  private Prose() {}

  /** About {@code length} chars, never fewer; a word is never cut. */
  static String of(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder(length + 16);
    while (text.length() < length) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      int mark = random.nextInt(40);
      text.append(mark == 0 ? ".\n" : mark == 1 ? ", \"" : mark < 4 ? ", " : " ");
    }
    return text.toString();
  }

  /** The text as a JSON string, quotes included. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Lower-case hexadecimal digits. */
  static String hex(SplittableRandom random, int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append(Character.forDigit(random.nextInt(16), 16));
    }
    return digits.toString();
  }
}
