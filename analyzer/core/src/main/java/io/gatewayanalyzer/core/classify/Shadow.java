package io.gatewayanalyzer.core.classify;

import java.util.List;
import java.util.Set;

/** Whether one rule of a file leaves another of the same file no chance to win. */
final class Shadow {
  private static final Set<Ask> MACHINE_WORDS = Set.of(Ask.CODE, Ask.NAME, Ask.TYPE);

  private Shadow() {}

  /** Whether {@code winner} fires and beats {@code loser} whenever {@code loser} fires. */
  static boolean covers(Rule winner, int winnerIndex, Rule loser, int loserIndex) {
    return beats(winner, winnerIndex, loser, loserIndex) && implied(loser.when(), winner.when());
  }

  private static boolean beats(Rule winner, int winnerIndex, Rule loser, int loserIndex) {
    int tiers = winner.tier().compareTo(loser.tier());
    if (tiers != 0) {
      return tiers < 0;
    }
    int specific = winner.specificity() - loser.specificity();
    return specific != 0 ? specific > 0 : winnerIndex < loserIndex;
  }

  /** Whether every error that satisfies the one condition satisfies the other. */
  private static boolean implied(Condition given, Condition wanted) {
    for (Ask ask : wanted.parts().keySet()) {
      if (!impliedPart(given, ask, wanted.values(ask))) {
        return false;
      }
    }
    return true;
  }

  private static boolean impliedPart(Condition given, Ask ask, List<String> wanted) {
    if (ask == Ask.NAME) {
      return MACHINE_WORDS.stream()
          .anyMatch(word -> given.has(word) && wanted.containsAll(given.values(word)));
    }
    if (!given.has(ask)) {
      return false;
    }
    List<String> values = given.values(ask);
    switch (ask) {
      case STATUS:
        return StatusSet.of(values).within(StatusSet.of(wanted));
      case MESSAGE:
        return values.stream().allMatch(value -> impliesAny(value, wanted));
      case HEADER:
        return values.equals(wanted);
      default:
        return wanted.containsAll(values);
    }
  }

  private static boolean impliesAny(String phrase, List<String> wanted) {
    Phrase given = Phrase.of(phrase);
    return wanted.stream().map(Phrase::of).anyMatch(given::implies);
  }
}
