package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counter;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Sorts what a task has counted into the scopes of all policies: many places into few sums. Not
 * thread safe.
 */
public final class Sorter {
  private final Policies policies;
  private final Map<Scope, Sum> sums = new LinkedHashMap<>();
  private long bucketMs = -1;

  /** A sorter for these policies. */
  public Sorter(Policies policies) {
    this.policies = policies;
  }

  /**
   * Takes all that a counter holds and gives one delta for each scope and stretch of time, in the
   * order of time.
   *
   * @param clockMs how far event time has come in the task, epoch milliseconds
   * @param source the task
   */
  public void sort(Counter counter, long clockMs, String source, Consumer<Delta> out) {
    counter.takeAll(
        (nextMs, place, counts) -> {
          if (nextMs != bucketMs) {
            give(clockMs, source, out);
            bucketMs = nextMs;
          }
          sort(place, counts);
        });
    give(clockMs, source, out);
  }

  private void sort(Place place, Counts counts) {
    for (Policy policy : policies.all()) {
      policy.sort(
          place,
          counts,
          (labels, values, samples, balance) ->
              add(
                  policy,
                  labels,
                  values,
                  samples ? counts.samples() : List.of(),
                  balance ? counts.balance() : null));
    }
  }

  private void add(
      Policy policy,
      SortedMap<String, String> labels,
      Sums values,
      List<Sample> samples,
      Balance balance) {
    Sum sum = sums.computeIfAbsent(new Scope(policy.name(), labels), any -> new Sum());
    sum.values = sum.values == null ? values : sum.values.plus(values);
    if (!samples.isEmpty()) {
      List<Sample> shown = samples.stream().filter(policy::shows).toList();
      sum.samples = Counts.merged(sum.samples, shown);
    }
    sum.balance = Balance.later(sum.balance, balance);
  }

  private void give(long clockMs, String source, Consumer<Delta> out) {
    sums.forEach(
        (scope, sum) ->
            out.accept(
                new Delta(scope, bucketMs, sum.values, sum.samples, sum.balance, clockMs, source)));
    sums.clear();
  }

  private static final class Sum {
    private Sums values;
    private List<Sample> samples = List.of();
    private Balance balance;
  }
}
