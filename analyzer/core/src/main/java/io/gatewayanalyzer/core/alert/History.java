package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums over time in tiers, each kept for a while and no longer; steps in which nothing happened
 * take no room. Immutable; sums may be added to any step that is still kept, in any order.
 */
public final class History {
  private final int width;
  private final long nowMs;
  private final List<Steps> tiers;

  private History(int width, long nowMs, List<Steps> tiers) {
    this.width = width;
    this.nowMs = nowMs;
    this.tiers = tiers;
  }

  /**
   * A history that holds nothing yet.
   *
   * @param tiers the finest first, at least one
   * @param width how many sums there are side by side
   */
  public static History of(List<Policy.Tier> tiers, int width) {
    return new History(width, -1, tiers.stream().map(tier -> Steps.none(tier, width)).toList());
  }

  /**
   * With sums added to the step of a moment, in every tier that still keeps it.
   *
   * @param timeMs any moment of the step, its start included and its end not, epoch milliseconds
   */
  public History plus(long timeMs, Sums sums) {
    if (sums.isZero()) {
      return this;
    }
    List<Steps> wider = new ArrayList<>(tiers.size());
    for (Steps steps : tiers) {
      wider.add(steps.plus(timeMs, sums).at(nowMs));
    }
    return new History(width, nowMs, List.copyOf(wider));
  }

  /** As seen at a moment: without what is too old then. */
  public History at(long timeMs) {
    List<Steps> kept = new ArrayList<>(tiers.size());
    for (Steps steps : tiers) {
      kept.add(steps.at(timeMs));
    }
    return new History(width, timeMs, List.copyOf(kept));
  }

  /**
   * What was added over {@code (endMs - lengthMs, endMs]}, from the finest tier that reaches so far
   * back, else from the longest; steps that are longer than the finest are counted whole.
   *
   * @param endMs a multiple of the finest tier's step
   */
  public Sums sum(long endMs, long lengthMs) {
    return reaching(Math.max(0, nowMs - endMs) + lengthMs).sum(endMs, lengthMs);
  }

  /** The latest step that holds anything, its end, epoch milliseconds; -1 when none does. */
  public long latestMs() {
    for (Steps steps : tiers) {
      // The finest tier may have forgotten already what a coarser one still knows.
      if (!steps.isEmpty()) {
        return steps.latestMs();
      }
    }
    return -1;
  }

  /** When nothing will be kept any more unless something is added, epoch milliseconds. */
  long emptyMs() {
    long emptyMs = -1;
    for (Steps steps : tiers) {
      if (!steps.isEmpty()) {
        emptyMs = Math.max(emptyMs, steps.latestMs() + steps.tier().lengthMs());
      }
    }
    return emptyMs;
  }

  /**
   * Start of the earliest step that is kept, as finely as is known, epoch milliseconds; -1 when
   * none is.
   */
  public long earliestMs() {
    long earliestMs = -1;
    long withinMs = Long.MAX_VALUE;
    for (int i = tiers.size() - 1; i >= 0; i--) {
      long finerMs = tiers.get(i).earliestMs();
      if (finerMs >= earliestMs && finerMs - earliestMs < withinMs) {
        earliestMs = finerMs;
        withinMs = tiers.get(i).tier().stepMs();
      }
    }
    return earliestMs;
  }

  /** Whether nothing is kept. */
  public boolean isEmpty() {
    return tiers.stream().allMatch(Steps::isEmpty);
  }

  /** How many sums there are side by side. */
  public int width() {
    return width;
  }

  /**
   * The first moment after this one at which something leaves a window of that length; {@link
   * Long#MAX_VALUE} when nothing will.
   */
  long leavesMs(long lengthMs) {
    return reaching(lengthMs).leavesMs(lengthMs, nowMs);
  }

  boolean fits(List<Policy.Tier> others) {
    return tiers.stream().map(Steps::tier).toList().equals(others);
  }

  /** What of this history other tiers can show: for settings that were changed. */
  History in(List<Policy.Tier> others) {
    List<Steps> fitted = new ArrayList<>(others.size());
    for (Policy.Tier other : others) {
      Steps best = Steps.none(other, width);
      for (Steps steps : tiers) {
        if (other.stepMs() % steps.tier().stepMs() == 0) {
          best = steps.in(other);
        }
      }
      fitted.add(best.at(nowMs));
    }
    return new History(width, nowMs, List.copyOf(fitted));
  }

  void write(StateWriter out) {
    out.count(width).number(nowMs).count(tiers.size());
    tiers.forEach(steps -> steps.write(out));
  }

  static History read(StateReader in) {
    int width = (int) in.count();
    long nowMs = in.number();
    int size = (int) in.count();
    List<Steps> tiers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      tiers.add(Steps.read(in, width));
    }
    return new History(width, nowMs, List.copyOf(tiers));
  }

  private Steps reaching(long lengthMs) {
    for (Steps steps : tiers) {
      if (steps.tier().lengthMs() >= lengthMs) {
        return steps;
      }
    }
    return tiers.get(tiers.size() - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History history
        && width == history.width
        && nowMs == history.nowMs
        && tiers.equals(history.tiers);
  }

  @Override
  public int hashCode() {
    return tiers.hashCode();
  }
}
