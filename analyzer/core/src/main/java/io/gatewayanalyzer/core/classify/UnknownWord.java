package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.payload.ErrorFacts;
import java.util.Set;

/**
 * Keeps a machine word that nobody documents from ending as "just try again": a dead account that
 * speaks a new word with a 429 would otherwise be retried for ever.
 */
final class UnknownWord {
  /** Words that name no cause. */
  private static final Set<String> EMPTY_WORDS =
      Set.of("error", "errors", "none", "null", "unknown", "unknown_error", "http_error");

  private UnknownWord() {}

  /** Whether only the status, or a catch-all word, speaks for an error with an unexplained word. */
  static boolean holdsBack(Search search) {
    CompiledRule rule = search.rule();
    if (rule == null || rule.tier.compareTo(Tier.GENERIC) < 0 || rule.tier == Tier.CIRCUMSTANCE) {
      return false;
    }
    Subject subject = search.subject();
    if (!ofMoneyOrPace(subject.status())) {
      return false;
    }
    for (int i = 0; i < subject.layerCount(); i++) {
      if (unexplained(rule, subject.layer(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean ofMoneyOrPace(int status) {
    return status == 429 || status == 402 || status == 403;
  }

  private static boolean unexplained(CompiledRule rule, Layer layer) {
    if (unexplained(rule, layer.word(Ask.CODE))) {
      return true;
    }
    if (rule.tier == Tier.GENERIC) {
      return false;
    }
    if (unexplained(rule, layer.word(Ask.TYPE))) {
      return true;
    }
    ErrorFacts facts = layer.facts();
    for (int i = 0; i < facts.names().size(); i++) {
      if (unexplained(rule, Layer.lower(facts.names().get(i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean unexplained(CompiledRule rule, String word) {
    return word != null
        && Lending.textual(word)
        && !EMPTY_WORDS.contains(word)
        && !rule.names(Ask.CODE, word)
        && !rule.names(Ask.NAME, word);
  }
}
