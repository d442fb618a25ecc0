package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.ScopeLabels;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whom an alert is about, and its texts, as people read them; one line each, English. */
final class Texts {
  private Texts() {}

  /** {@code anannas}, or words for a gateway that the log does not name. */
  static String gateway(SortedMap<String, String> labels) {
    String gateway = labels.get(ScopeLabels.GATEWAY);
    return gateway.equals(ScopeLabels.UNKNOWN) ? "a gateway without a name" : gateway;
  }

  /** {@code openai behind anannas}, or words for a provider that the log does not name. */
  static String provider(SortedMap<String, String> labels) {
    return labels.getOrDefault(ScopeLabels.PROVIDER, "the provider") + " behind " + gateway(labels);
  }

  /** {@code acme at anannas}, or words for a tenant that the log does not name. */
  static String tenant(SortedMap<String, String> labels) {
    return labels.getOrDefault(ScopeLabels.TENANT, "an account") + " at " + gateway(labels);
  }

  /** The texts every alert has. */
  static Map<String, String> annotations(String summary, String description) {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("summary", summary);
    texts.put("description", description);
    return texts;
  }

  /** The texts every alert has; when it is over, nothing has to be done. */
  static Map<String, String> annotations(String summary, boolean over, String description) {
    return annotations(summary, over ? "Nothing to do." : description);
  }
}
