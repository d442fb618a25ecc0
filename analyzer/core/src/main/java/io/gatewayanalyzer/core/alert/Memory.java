package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import java.util.List;
import java.util.SortedMap;

/**
 * All that is known of one scope. Immutable.
 *
 * @param scope which one
 * @param history sums over time
 * @param samples attempts that show the trouble, the latest few
 * @param balance what was left in the account at last; null when nobody said
 * @param baselines what is usual, by variant; empty for policies that learn nothing
 * @param incidents alerts that fire or are about to, by variant
 * @param nearest how near to firing each variant has come so far, without firing
 * @param judgedMs the last moment that was judged, epoch milliseconds; -1 when none was
 * @param newsMs when the last news came, event time, epoch milliseconds
 */
public record Memory(
    Scope scope,
    History history,
    List<Sample> samples,
    Balance balance,
    SortedMap<String, Baseline> baselines,
    SortedMap<String, Incident> incidents,
    SortedMap<String, Double> nearest,
    long judgedMs,
    long newsMs) {
  /** Whether that alert of the scope fires. */
  public boolean firing(String variant) {
    Incident incident = incidents.get(variant);
    return incident != null && incident.firing();
  }
}
