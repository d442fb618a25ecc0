package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counter;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Sorts what a task has counted into the scopes of all policies: many places into few sums. The
 * scopes it has seen are remembered, so that each is made once. Not thread safe.
 */
public final class Sorter {
  private static final int MOST_SCOPES = 20_000;

  private final List<Shelf> shelves = new ArrayList<>();
  private final List<Sum> filled = new ArrayList<>();
  private Counts counts;

  /** A sorter for these policies. */
  public Sorter(Policies policies) {
    policies.all().forEach(policy -> shelves.add(new Shelf(policy)));
  }

  /**
   * Takes all that a counter holds and gives one delta for each scope and stretch of time, in the
   * order of time.
   *
   * @param clockMs how far event time has come in the task, epoch milliseconds
   * @param source the task
   */
  public void sort(Counter counter, long clockMs, String source, Consumer<Delta> out) {
    long[] bucketMs = {-1};
    counter.takeAll(
        (nextMs, place, cell) -> {
          if (nextMs != bucketMs[0]) {
            give(bucketMs[0], clockMs, source, out);
            bucketMs[0] = nextMs;
          }
          sort(place, cell);
        });
    give(bucketMs[0], clockMs, source, out);
  }

  private void sort(Place place, Counts cell) {
    counts = cell;
    for (Shelf shelf : shelves) {
      shelf.policy.sort(place, cell, shelf);
    }
  }

  private void give(long bucketMs, long clockMs, String source, Consumer<Delta> out) {
    for (Sum sum : filled) {
      out.accept(
          new Delta(sum.scope, bucketMs, sum.values, sum.samples, sum.balance, clockMs, source));
      sum.clear();
    }
    filled.clear();
    shelves.forEach(Shelf::tidy);
  }

  /** The scopes of one policy. */
  private final class Shelf implements Policy.Sorted {
    private final Policy policy;
    private final Map<SortedMap<String, String>, Sum> sums = new HashMap<>();

    Shelf(Policy policy) {
      this.policy = policy;
    }

    @Override
    public void add(
        SortedMap<String, String> labels, Sums values, boolean samples, boolean balance) {
      Sum sum = sums.get(labels);
      if (sum == null) {
        Scope scope = new Scope(policy.name(), labels);
        sum = new Sum(scope);
        sums.put(scope.labels(), sum);
      }
      if (sum.values == null) {
        filled.add(sum);
      }
      sum.values = sum.values == null ? values : sum.values.plus(values);
      if (samples && !counts.samples().isEmpty()) {
        List<Sample> shown = counts.samples().stream().filter(policy::shows).toList();
        sum.samples = Counts.merged(sum.samples, shown);
      }
      if (balance) {
        sum.balance = Balance.later(sum.balance, counts.balance());
      }
    }

    void tidy() {
      if (sums.size() > MOST_SCOPES) {
        sums.clear();
      }
    }
  }

  private static final class Sum {
    private final Scope scope;
    private Sums values;
    private List<Sample> samples;
    private Balance balance;

    Sum(Scope scope) {
      this.scope = scope;
      clear();
    }

    void clear() {
      values = null;
      samples = List.of();
      balance = null;
    }
  }
}
