package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.classify.Explanation.RunnerUp;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.redact.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts a finished search into words. */
final class Explainer {
  private static final int RUNNERS_UP_MAX = 5;

  private Explainer() {}

  static Explanation explain(
      Catalog catalog, Search search, Verdict verdict, List<Candidate> candidates) {
    CompiledRule winner = search.rule();
    if (winner == null) {
      return new Explanation(
          verdict, null, List.of(), List.of(), facts(search), runnersUp(search, candidates));
    }
    return new Explanation(
        verdict,
        winner.rule,
        catalog.sender(winner.rule.sender()).sources(),
        matched(winner.rule.when(), search.layer()),
        facts(search),
        runnersUp(search, candidates));
  }

  private static List<String> matched(Condition when, Layer layer) {
    List<String> matched = new ArrayList<>();
    when.parts()
        .forEach(
            (ask, values) -> {
              String word = layer.word(ask);
              String said = ask == Ask.STATUS ? String.valueOf(layer.status()) : word;
              String any = values.size() == 1 ? values.get(0) : "any of " + values;
              matched.add(ask.wire() + " is " + (said == null ? any : Redactor.redact(said)));
            });
    if (layer.wrapped()) {
      matched.add("in the wrapped provider error, layer " + layer.index());
    }
    return matched;
  }

  private static List<String> facts(Search search) {
    List<String> facts = new ArrayList<>();
    Subject subject = search.subject();
    Evidence evidence = subject.evidence();
    facts.add("effective status " + subject.status());
    facts.add("phase " + wire(evidence.phase()) + ", ended " + wire(evidence.ended()));
    for (int i = 0; i < subject.layerCount(); i++) {
      Layer layer = subject.layer(i);
      StringBuilder line = new StringBuilder(layer.wrapped() ? "wrapped error: " : "payload: ");
      line.append("shape ").append(wire(layer.facts().shape()));
      for (Ask ask : List.of(Ask.TYPE, Ask.CODE, Ask.PARAM, Ask.LIMIT_SOURCE, Ask.LIMIT_TYPE)) {
        if (layer.word(ask) != null) {
          line.append(", ").append(ask.wire()).append(' ').append(layer.word(ask));
        }
      }
      if (!layer.facts().names().isEmpty()) {
        line.append(", names ").append(layer.facts().names());
      }
      facts.add(Redactor.redact(line.toString()));
    }
    return facts;
  }

  private static List<RunnerUp> runnersUp(Search search, List<Candidate> candidates) {
    List<Candidate> others = new ArrayList<>(candidates);
    others.removeIf(candidate -> candidate.rule() == search.rule());
    others.removeIf(candidate -> candidate.missing() != null && candidate.held() == 0);
    others.sort(
        Comparator.comparing((Candidate candidate) -> candidate.missing() != null)
            .thenComparingLong(Candidate::rank));
    Map<CompiledRule, RunnerUp> best = new LinkedHashMap<>();
    for (Candidate candidate : others) {
      if (best.size() < RUNNERS_UP_MAX) {
        String why = why(search, candidate);
        best.putIfAbsent(candidate.rule(), new RunnerUp(candidate.rule().rule, why));
      }
    }
    return List.copyOf(best.values());
  }

  private static String why(Search search, Candidate loser) {
    CompiledRule winner = search.rule();
    if (loser.missing() != null) {
      Condition when = loser.rule().rule.when();
      return loser.missing().wire() + " is none of " + when.values(loser.missing());
    }
    if (loser.rule().tier != winner.tier) {
      return "a " + word(loser.rule().tier) + " rule; a " + word(winner.tier) + " rule goes first";
    }
    if (loser.layer() != search.layer().index()) {
      return "speaks about another layer of the error";
    }
    if (loser.scope() != search.scope()) {
      return "of " + loser.scope().words() + "; " + search.scope().words() + " go first";
    }
    int difference = winner.specificity - loser.rule().specificity;
    return difference > 0 ? "less specific by " + difference : "equally specific, but later";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String wire(Wire word) {
    return word == null ? "unknown" : word.wire();
  }
}
