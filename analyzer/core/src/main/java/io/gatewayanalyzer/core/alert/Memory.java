package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.baseline.Baseline;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of one scope. Immutable.
 *
 * @param scope which one
 * @param history sums over time, up to the moment that is judged
 * @param waiting what the next moments will see, in the order of time
 * @param samples attempts that show the trouble, the latest few, the latest first
 * @param balance what was left in the account at last; null when nobody said
 * @param baselines what is usual, by name; empty for policies that learn nothing
 * @param incidents alerts that fire or are about to, by variant
 * @param nearest how near to firing each variant has come so far, without firing, in hundredths
 * @param judgedMs the last moment that was judged before, epoch milliseconds; -1 when none was
 * @param newsMs end of the latest step that brought news, epoch milliseconds; -1 when none did
 */
public record Memory(
    Scope scope,
    History history,
    List<Waiting> waiting,
    List<Sample> samples,
    Balance balance,
    SortedMap<String, Baseline> baselines,
    SortedMap<String, Incident> incidents,
    SortedMap<String, Double> nearest,
    long judgedMs,
    long newsMs) {
  /** Nothing is known but that history. */
  public static Memory of(Scope scope, History history) {
    return new Memory(
        scope,
        history,
        List.of(),
        List.of(),
        null,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        -1,
        -1);
  }

  /** Whether that alert of the scope fires. */
  public boolean firing(String variant) {
    Incident incident = incidents.get(variant);
    return incident != null && incident.firing();
  }

  /** With another history. */
  public Memory with(History other) {
    return new Memory(
        scope, other, waiting, samples, balance, baselines, incidents, nearest, judgedMs, newsMs);
  }

  /** With another balance. */
  public Memory with(Balance other) {
    return new Memory(
        scope, history, waiting, samples, other, baselines, incidents, nearest, judgedMs, newsMs);
  }

  /** With these samples. */
  public Memory withSamples(List<Sample> others) {
    return new Memory(
        scope, history, waiting, others, balance, baselines, incidents, nearest, judgedMs, newsMs);
  }

  /** With what is usual for one variant. */
  public Memory with(String variant, Baseline baseline) {
    SortedMap<String, Baseline> others = replaced(baselines, variant, baseline);
    return new Memory(
        scope, history, waiting, samples, balance, others, incidents, nearest, judgedMs, newsMs);
  }

  /** With how far one variant has come; null when it neither fires nor is about to. */
  public Memory with(String variant, Incident incident) {
    SortedMap<String, Incident> others = replaced(incidents, variant, incident);
    return new Memory(
        scope, history, waiting, samples, balance, baselines, others, nearest, judgedMs, newsMs);
  }

  Memory withNearest(String variant, double closeness) {
    SortedMap<String, Double> others = replaced(nearest, variant, closeness);
    return new Memory(
        scope, history, waiting, samples, balance, baselines, incidents, others, judgedMs, newsMs);
  }

  Memory withWaiting(List<Waiting> others) {
    return new Memory(
        scope, history, others, samples, balance, baselines, incidents, nearest, judgedMs, newsMs);
  }

  Memory withNews(long timeMs) {
    return new Memory(
        scope, history, waiting, samples, balance, baselines, incidents, nearest, judgedMs, timeMs);
  }

  Memory judged(long timeMs) {
    return new Memory(
        scope, history, waiting, samples, balance, baselines, incidents, nearest, timeMs, newsMs);
  }

  private static <V> SortedMap<String, V> replaced(Map<String, V> all, String key, V value) {
    SortedMap<String, V> others = new TreeMap<>(all);
    if (value == null) {
      others.remove(key);
    } else {
      others.put(key, value);
    }
    return Collections.unmodifiableSortedMap(others);
  }
}
