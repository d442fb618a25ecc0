package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * At which moments a scope has to be judged, and what is seen at each: the same ones whenever the
 * question is asked. Between them nothing can change.
 */
final class Moments {
  /** So many samples are kept. */
  static final int SAMPLES = 5;

  private static final Comparator<Sample> LATEST =
      Comparator.comparingLong(Sample::timeMs)
          .thenComparing(Sample::requestId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .reversed();

  private Moments() {}

  /** The next moment; {@link Long#MAX_VALUE} when nothing waits and nothing is known. */
  static long next(Memory memory, Policy policy) {
    long stepMs = stepMs(policy);
    long followingMs = (Math.floorDiv(memory.judgedMs(), stepMs) + 1) * stepMs;
    if (!memory.incidents().isEmpty()) {
      return followingMs;
    }
    long nextMs = forgetsMs(memory, policy);
    if (!memory.waiting().isEmpty()) {
      nextMs = Math.min(nextMs, endMs(memory.waiting().get(0), stepMs));
    }
    return Math.max(Math.min(nextMs, leavesMs(memory, policy)), followingMs);
  }

  /** When something leaves a window that something may come of. */
  private static long leavesMs(Memory memory, Policy policy) {
    long leavesMs = Long.MAX_VALUE;
    boolean learning = !memory.baselines().isEmpty();
    if (learning || !policy.quiet(memory, memory.judgedMs())) {
      for (long windowMs : policy.windows()) {
        leavesMs = Math.min(leavesMs, memory.history().leavesMs(windowMs));
      }
    }
    return leavesMs;
  }

  /** When a scope is forgotten unless there is news; {@link Long#MAX_VALUE} before the first. */
  static long forgetsMs(Memory memory, Policy policy) {
    if (memory.newsMs() < 0) {
      return Long.MAX_VALUE;
    }
    long stepMs = stepMs(policy);
    long lastMs = Math.max(memory.newsMs() + policy.memoryMs(), memory.history().emptyMs());
    return Math.floorDiv(lastMs + stepMs - 1, stepMs) * stepMs;
  }

  /** What is known at a moment: what has waited for it added, what is too old left out. */
  static Memory seen(Memory memory, Policy policy, long timeMs) {
    long stepMs = stepMs(policy);
    History history = memory.history();
    List<Sample> samples = new ArrayList<>(memory.samples());
    Balance balance = memory.balance();
    long newsMs = memory.newsMs();
    int entered = 0;
    for (Waiting one : memory.waiting()) {
      if (endMs(one, stepMs) > timeMs) {
        break;
      }
      entered++;
      if (newsMs < 0 && !policy.opens(one.sums())) {
        continue;
      }
      history = history.plus(one.startMs(), sums(one, policy, balance));
      samples.addAll(one.samples());
      balance = Balance.later(balance, one.balance());
      newsMs = Math.max(newsMs, endMs(one, stepMs));
    }
    Memory seen = memory.with(history.at(timeMs)).withSamples(latest(samples, policy, timeMs));
    return entered == 0
        ? seen
        : seen.with(balance)
            .withNews(newsMs)
            .withWaiting(memory.waiting().subList(entered, memory.waiting().size()));
  }

  static long stepMs(Policy policy) {
    return policy.tiers().get(0).stepMs();
  }

  private static long endMs(Waiting waiting, long stepMs) {
    return (Math.floorDiv(waiting.startMs(), stepMs) + 1) * stepMs;
  }

  private static Sums sums(Waiting waiting, Policy policy, Balance before) {
    Balance now = waiting.balance();
    return now == null || before == null || now.timeMs() <= before.timeMs()
        ? waiting.sums()
        : policy.spent(waiting.sums(), before, now);
  }

  /** The latest few, the latest first. */
  static List<Sample> latest(List<Sample> samples, int most) {
    return samples.stream().sorted(LATEST).limit(most).toList();
  }

  private static List<Sample> latest(List<Sample> samples, Policy policy, long timeMs) {
    List<Policy.Tier> tiers = policy.tiers();
    long sinceMs = timeMs - tiers.get(tiers.size() - 1).lengthMs();
    return latest(samples.stream().filter(sample -> sample.timeMs() > sinceMs).toList(), SAMPLES);
  }
}
