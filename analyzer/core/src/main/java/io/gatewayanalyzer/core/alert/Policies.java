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

  /** Those that are not switched off. */
  public static Policies of(AlertSettings settings) {
    List<Policy> all =
        List.of(
            new CreditExhausted(settings.creditExhausted()),
            new CreditRunwayLow(settings.creditRunwayLow()),
            new RateLimitSpike(settings.rateLimitSpike()),
            new ErrorBudgetBurn(settings.slos(), settings.errorBudgetBurn()),
            new ProviderOutage(settings.providerOutage()),
            new StreamBreakage(settings.streamBreakage()),
            new RetryStorm(settings.retryStorm()),
            new BlindRetries(settings.blindRetries()),
            new UnknownPayload(settings.unknownPayload()));
    return new Policies(
        all.stream().filter(policy -> !settings.off().contains(policy.name())).toList(),
        settings.runbookPrefix());
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
