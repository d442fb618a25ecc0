package io.gatewayanalyzer.core.inhibit;

import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.event.Alert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That an alert explains others, so that nobody needs to hear of them while it lasts.
 *
 * @param by labels of the alert that explains
 * @param mutes labels of those that it explains
 * @param same labels that both must carry with the same value; empty for all but the severity
 */
record Inhibition(Map<String, String> by, Map<String, String> mutes, List<String> same) {
  private static final String ACCOUNT = "account";
  private static final String KEY = "key";
  private static final String PROVIDER_ACCOUNT = "provider_account";

  private static final String CREDIT = "CreditExhausted";
  private static final String OUTAGE = "ProviderOutage";
  private static final String BURN = "ErrorBudgetBurn";
  private static final String SPIKE = "RateLimitSpike";
  private static final String STORM = "RetryStorm";
  private static final String BREAKAGE = "StreamBreakage";

  /** Which alerts explain which. No chain of them leads back to its beginning. */
  static final List<Inhibition> ALL =
      List.of(
          credit(ACCOUNT, SPIKE, ScopeLabels.TENANT),
          credit(ACCOUNT, BURN, ScopeLabels.TENANT),
          credit(ACCOUNT, STORM, ScopeLabels.TENANT),
          credit(KEY, SPIKE, ScopeLabels.API_KEY_ID),
          credit(KEY, BURN, ScopeLabels.API_KEY_ID),
          credit(KEY, STORM, ScopeLabels.API_KEY_ID),
          credit(PROVIDER_ACCOUNT, SPIKE, ScopeLabels.PROVIDER),
          credit(PROVIDER_ACCOUNT, BURN, ScopeLabels.PROVIDER),
          credit(PROVIDER_ACCOUNT, STORM, ScopeLabels.PROVIDER),
          outage(SPIKE, ScopeLabels.PROVIDER),
          outage(BREAKAGE, ScopeLabels.PROVIDER),
          // Operations may change their provider, so a storm is a gateway's.
          outage(STORM, ScopeLabels.GATEWAY),
          new Inhibition(
              Map.of(Alert.ALERTNAME, BURN, Alert.SEVERITY, "page"),
              Map.of(Alert.ALERTNAME, BURN, Alert.SEVERITY, "ticket"),
              List.of()));

  /** Whether an alert with these labels may explain others. */
  static boolean explains(SortedMap<String, String> labels) {
    return ALL.stream().anyMatch(one -> carries(labels, one.by));
  }

  /** Whether the one explains the other. */
  static boolean explains(SortedMap<String, String> one, SortedMap<String, String> other) {
    return ALL.stream().anyMatch(inhibition -> inhibition.holds(one, other));
  }

  private boolean holds(SortedMap<String, String> one, SortedMap<String, String> other) {
    return carries(one, by) && carries(other, mutes) && agree(one, other);
  }

  private boolean agree(SortedMap<String, String> one, SortedMap<String, String> other) {
    if (same.isEmpty()) {
      return withoutSeverity(one).equals(withoutSeverity(other));
    }
    return same.stream()
        .allMatch(label -> one.containsKey(label) && one.get(label).equals(other.get(label)));
  }

  private static SortedMap<String, String> withoutSeverity(SortedMap<String, String> labels) {
    SortedMap<String, String> rest = new TreeMap<>(labels);
    rest.keySet().removeAll(Set.of(Alert.SEVERITY));
    return rest;
  }

  private static boolean carries(SortedMap<String, String> labels, Map<String, String> some) {
    return labels.entrySet().containsAll(some.entrySet());
  }

  private static Inhibition credit(String scope, String mutes, String label) {
    return new Inhibition(
        Map.of(Alert.ALERTNAME, CREDIT, ScopeLabels.SCOPE, scope),
        Map.of(Alert.ALERTNAME, mutes),
        List.of(ScopeLabels.GATEWAY, label));
  }

  private static Inhibition outage(String mutes, String label) {
    return new Inhibition(
        Map.of(Alert.ALERTNAME, OUTAGE),
        Map.of(Alert.ALERTNAME, mutes),
        List.of(ScopeLabels.GATEWAY, label));
  }
}
