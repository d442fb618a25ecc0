package io.gatewayanalyzer.core.count;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one alert policy looks at as a whole: one account, one model, one client.
 *
 * @param policy the policy's name
 * @param labels the labels that tell this scope from the policy's others
 */
public record Scope(String policy, SortedMap<String, String> labels) {
  /** The label that every scope has: the gateway whose log it is about. */
  public static final String GATEWAY = "gateway";

  /** Stands for a gateway that the log does not name. */
  public static final String UNKNOWN = "unknown";

  /** Copies the labels. */
  public Scope {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** The gateway whose log it is about. */
  public String gateway() {
    return labels.getOrDefault(GATEWAY, UNKNOWN);
  }
}
