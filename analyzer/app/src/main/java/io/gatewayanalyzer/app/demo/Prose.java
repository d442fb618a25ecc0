package io.gatewayanalyzer.app.demo;

import java.util.List;

/** The words the simulated models say; their content means nothing. */
final class Prose {
  private static final List<String> WORDS =
      List.of(
          "the", "river", "keeps", "its", "own", "time", "and", "every", "stone", "has", "a",
          "story", "to", "tell", "about", "rain", "light", "small", "boats", "going", "home");

  private Prose() {}

  /** One token of answer. */
  static String word(Dice dice) {
    return dice.pick(WORDS) + ' ';
  }

  static String sentence(int words, Dice dice) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(word(dice));
    }
    return text.toString();
  }
}
