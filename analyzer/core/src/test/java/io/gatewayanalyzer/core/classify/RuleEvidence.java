package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.payload.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes up evidence that satisfies exactly one rule's condition. */
final class RuleEvidence {
  private RuleEvidence() {}

  /** The rule itself when it wins for any of its own words, else the one that beat it last. */
  static String bestWinner(Rule rule, Classifier classifier) {
    String winner = "nothing";
    for (Evidence evidence : all(rule)) {
      winner = classifier.classify(evidence).rule();
      if (winner.equals(rule.id())) {
        return winner;
      }
    }
    return winner;
  }

  /** One piece of evidence for each value of the rule's anchor and each status it names. */
  static List<Evidence> all(Rule rule) {
    List<Evidence> list = new ArrayList<>();
    for (String word : rule.when().values(rule.when().anchor())) {
      for (int status : statuses(rule)) {
        list.add(one(rule, word, status));
      }
    }
    return list;
  }

  private static List<Integer> statuses(Rule rule) {
    if (!rule.when().has(Ask.STATUS)) {
      return List.of(0);
    }
    StatusSet set = StatusSet.of(rule.when().values(Ask.STATUS));
    List<Integer> statuses = new ArrayList<>();
    for (int s = set.next(0); s >= 0; s = set.next(s + 1)) {
      statuses.add(s);
    }
    return statuses;
  }

  private static Evidence one(Rule rule, String anchorWord, int status) {
    Condition when = rule.when();
    Evidences evidence = Evidences.status(status);
    if (rule.kind() == SenderKind.GATEWAY) {
      evidence.gateway(rule.sender());
    } else if (rule.kind() == SenderKind.PROVIDER) {
      evidence.provider(rule.sender());
    }
    evidence.shape(constant(when, Ask.SHAPE, Shape.class, Shape.OTHER_JSON));
    evidence.phase(
        constant(when, Ask.PHASE, Phase.class, Phase.BEFORE_RESPONSE),
        constant(when, Ask.ENDED, Ended.class, Ended.UNKNOWN));
    evidence.api = constant(when, Ask.API, Api.class, null);
    evidence.code = word(when, Ask.CODE, anchorWord);
    evidence.type = word(when, Ask.TYPE, anchorWord);
    evidence.param = word(when, Ask.PARAM, anchorWord);
    evidence.limitSource = word(when, Ask.LIMIT_SOURCE, anchorWord);
    evidence.limitType = word(when, Ask.LIMIT_TYPE, anchorWord);
    String name = word(when, Ask.NAME, anchorWord);
    evidence.names = name == null ? List.of() : List.of(name);
    String phrase = word(when, Ask.MESSAGE, anchorWord);
    evidence.message = phrase == null ? null : phrase.replace("*", " ");
    evidence.headers = headers(when);
    return evidence.get();
  }

  private static String word(Condition when, Ask ask, String anchorWord) {
    if (!when.has(ask)) {
      return null;
    }
    return when.anchor() == ask ? anchorWord : when.values(ask).get(0);
  }

  private static <E extends Enum<E> & Wire> E constant(
      Condition when, Ask ask, Class<E> type, E otherwise) {
    return when.has(ask) ? Wire.parse(type, when.values(ask).get(0)) : otherwise;
  }

  private static Map<String, String> headers(Condition when) {
    Map<String, String> headers = new HashMap<>();
    for (String header : when.values(Ask.HEADER)) {
      int colon = header.indexOf(": ");
      headers.put(header.substring(0, colon), header.substring(colon + 2).replace("*", "0"));
    }
    return headers;
  }
}
