package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.Headers;
import io.gatewayanalyzer.core.payload.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule in the form it is checked in: sets, masks and phrase numbers instead of text. */
final class CompiledRule {
  final Rule rule;
  final Tier tier;
  final int specificity;
  final int sender;
  final int order;

  private final Ask[] asked;
  private final String[][] words = new String[Ask.values().length][];
  private final int[] phrases;
  private final StatusSet statuses;
  private final int apis;
  private final int phases;
  private final int ends;
  private final int shapes;
  private final String[] headerNames;
  private final Glob[][] headerGlobs;

  /**
   * Compiles a rule.
   *
   * @param sender place of its sender among all senders
   * @param order its place among all rules; the earlier one wins a tie
   * @param phrases numbers of its phrases in the matcher
   */
  CompiledRule(Rule rule, int sender, int order, int[] phrases) {
    this.rule = rule;
    this.tier = rule.tier();
    this.specificity = rule.specificity();
    this.sender = sender;
    this.order = order;
    this.phrases = phrases;
    Condition when = rule.when();
    asked = when.parts().keySet().toArray(new Ask[0]);
    when.parts().forEach((ask, values) -> words[ask.ordinal()] = values.toArray(new String[0]));
    statuses = when.has(Ask.STATUS) ? StatusSet.of(when.values(Ask.STATUS)) : StatusSet.NONE;
    apis = mask(Api.class, when.values(Ask.API));
    phases = mask(Phase.class, when.values(Ask.PHASE));
    ends = mask(Ended.class, when.values(Ask.ENDED));
    shapes = mask(Shape.class, when.values(Ask.SHAPE));
    Map<String, List<Glob>> headers = new LinkedHashMap<>();
    for (String header : when.values(Ask.HEADER)) {
      int colon = header.indexOf(": ");
      headers
          .computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
          .add(new Glob(header.substring(colon + 2)));
    }
    headerNames = headers.keySet().toArray(new String[0]);
    headerGlobs = headers.values().stream().map(g -> g.toArray(new Glob[0])).toArray(Glob[][]::new);
  }

  StatusSet statuses() {
    return statuses;
  }

  /** Whether the rule asks for this very word. */
  boolean names(Ask ask, String word) {
    return contains(words[ask.ordinal()], word);
  }

  /**
   * The first part of the condition that a layer does not satisfy.
   *
   * @return null when the rule fires
   */
  Ask missing(Layer layer, Evidence evidence, PhraseMatcher.Hits hits) {
    for (Ask ask : asked) {
      if (!holds(ask, layer, evidence, hits)) {
        return ask;
      }
    }
    return null;
  }

  /** How many parts of the condition a layer satisfies. */
  int held(Layer layer, Evidence evidence, PhraseMatcher.Hits hits) {
    int held = 0;
    for (Ask ask : asked) {
      held += holds(ask, layer, evidence, hits) ? 1 : 0;
    }
    return held;
  }

  private boolean holds(Ask ask, Layer layer, Evidence evidence, PhraseMatcher.Hits hits) {
    switch (ask) {
      case STATUS:
        return statuses.has(layer.status());
      case MESSAGE:
        return hit(hits);
      case NAME:
        return named(layer);
      case HEADER:
        return headed(evidence.headers());
      case API:
        return has(apis, evidence.api());
      case PHASE:
        return has(phases, evidence.phase());
      case ENDED:
        return has(ends, evidence.ended());
      case SHAPE:
        return has(shapes, layer.facts().shape());
      default:
        String word = layer.word(ask);
        return contains(words[ask.ordinal()], word);
    }
  }

  private boolean hit(PhraseMatcher.Hits hits) {
    for (int phrase : phrases) {
      if (hits.has(phrase)) {
        return true;
      }
    }
    return false;
  }

  private boolean named(Layer layer) {
    String[] names = words[Ask.NAME.ordinal()];
    if (contains(names, layer.word(Ask.CODE)) || contains(names, layer.word(Ask.TYPE))) {
      return true;
    }
    ErrorFacts facts = layer.facts();
    for (int i = 0; i < facts.names().size(); i++) {
      if (contains(names, Layer.lower(facts.names().get(i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(String[] words, String word) {
    if (word != null && words != null) {
      for (String known : words) {
        if (known.equals(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean headed(Headers headers) {
    for (int i = 0; i < headerNames.length; i++) {
      String value = headers.get(headerNames[i]);
      if (value == null || !anyMatches(headerGlobs[i], value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyMatches(Glob[] globs, String value) {
    for (Glob glob : globs) {
      if (glob.matches(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(int mask, Enum<?> constant) {
    return constant != null && (mask & (1 << constant.ordinal())) != 0;
  }

  private static <E extends Enum<E> & Wire> int mask(Class<E> type, List<String> words) {
    int mask = 0;
    for (String word : words) {
      mask |= 1 << Wire.parse(type, word).ordinal();
    }
    return mask;
  }
}
