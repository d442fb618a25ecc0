package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import java.util.ArrayList;
import java.util.List;

/**
 * What was counted in a step that no judged moment has seen yet: its moment is still to come, or it
 * came too late for it and is seen at the next.
 *
 * @param startMs start of the step, epoch milliseconds
 * @param sums what was counted
 * @param samples attempts that show it
 * @param balance what was left in the account; null when nobody said
 */
public record Waiting(long startMs, Sums sums, List<Sample> samples, Balance balance) {
  /** When more samples wait, each step keeps one: sums are what is judged. */
  private static final int MOST_SAMPLES = 128;

  /** Added to what waits, in the order of time. */
  static List<Waiting> plus(List<Waiting> all, Waiting one) {
    List<Waiting> more = new ArrayList<>(all);
    int at = more.size();
    while (at > 0 && more.get(at - 1).startMs > one.startMs) {
      at--;
    }
    if (at > 0 && more.get(at - 1).startMs == one.startMs) {
      more.set(at - 1, more.get(at - 1).plus(one));
    } else {
      more.add(at, one);
    }
    return thinned(more);
  }

  private static List<Waiting> thinned(List<Waiting> all) {
    int samples = all.stream().mapToInt(waiting -> waiting.samples.size()).sum();
    return samples <= MOST_SAMPLES
        ? List.copyOf(all)
        : all.stream().map(Waiting::withOneSample).toList();
  }

  private Waiting withOneSample() {
    return new Waiting(startMs, sums, Moments.latest(samples, 1), balance);
  }

  private Waiting plus(Waiting other) {
    return new Waiting(
        startMs,
        sums.plus(other.sums),
        Counts.merged(samples, other.samples),
        Balance.later(balance, other.balance));
  }
}
