package io.gatewayanalyzer.core.classify;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a rule fires: every part must hold, and a part holds when any of its values does.
 *
 * @param parts the values by what they ask about; words in lower case, a header as {@code name:
 *     glob}, phrases as {@link Phrase} spells them; no part is empty
 */
public record Condition(Map<Ask, List<String>> parts) {
  /** Copies the parts. */
  public Condition {
    EnumMap<Ask, List<String>> copy = new EnumMap<>(Ask.class);
    parts.forEach((ask, values) -> copy.put(ask, List.copyOf(values)));
    parts = Collections.unmodifiableMap(copy);
  }

  /** Whether the condition has a part of this kind. */
  public boolean has(Ask ask) {
    return parts.containsKey(ask);
  }

  /** The values of one part; empty when the condition does not ask. */
  public List<String> values(Ask ask) {
    return parts.getOrDefault(ask, List.of());
  }

  /** How specific the condition is: the sum of its parts' weights. */
  public int specificity() {
    int sum = 0;
    for (Ask ask : parts.keySet()) {
      sum += ask.weight();
    }
    return sum;
  }

  /** The most telling part, which the rule is found by. */
  Ask anchor() {
    return parts.keySet().iterator().next();
  }
}
