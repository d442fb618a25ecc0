package io.gatewayanalyzer.core.alert;

import java.util.List;

/**
 * The policies in force.
 *
 * @param all each of them, in the order of their documentation
 */
public record Policies(List<Policy> all) {
  /** Copies the list. */
  public Policies {
    all = List.copyOf(all);
  }

  /** The one of that name; null when it is switched off. */
  public Policy named(String name) {
    for (Policy policy : all) {
      if (policy.name().equals(name)) {
        return policy;
      }
    }
    return null;
  }
}
