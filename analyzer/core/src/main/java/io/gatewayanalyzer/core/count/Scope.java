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
  /** Copies the labels. */
  public Scope {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
