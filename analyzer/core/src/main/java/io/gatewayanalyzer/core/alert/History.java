package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Sums;

/**
 * Sums over time in tiers, each kept for a while and no longer. Immutable; sums may be added to any
 * step that is still kept, in any order.
 */
public interface History {
  /**
   * With sums added to the step of a moment, in every tier that still keeps it.
   *
   * @return the same history when none does
   */
  History plus(long timeMs, Sums sums);

  /** Without what is too old at a moment. */
  History at(long timeMs);

  /**
   * What was added over {@code (endMs - lengthMs, endMs]}, from the finest tier that reaches so far
   * back; steps are counted whole.
   *
   * @param endMs a multiple of the finest tier's step
   */
  Sums sum(long endMs, long lengthMs);

  /** The latest step that holds anything, its end, epoch milliseconds; -1 when none does. */
  long latestMs();

  /** Whether nothing is kept. */
  boolean isEmpty();
}
