package io.gatewayanalyzer.core.alert;

import java.util.List;

/**
 * The policies in force.
 *
 * @param all each of them, in the order of their documentation
 * @param runbookPrefix what stands before {@code <alertname>.md} in the {@code runbook_url} of an
 *     alert
 */
public record Policies(List<Policy> all, String runbookPrefix) {
  /** Where the runbooks are in our own repository. */
  public static final String RUNBOOKS = "docs/runbooks/";

  /** Copies the list. */
  public Policies {
    all = List.copyOf(all);
  }

  /** These, with our own runbooks. */
  public Policies(List<Policy> all) {
    this(all, RUNBOOKS);
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

  /** The page that says what to do about alerts of that name. */
  public String runbookUrl(String name) {
    return runbookPrefix + name + ".md";
  }
}
