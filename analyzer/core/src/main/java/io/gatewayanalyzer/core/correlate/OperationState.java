package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.KeyBasis;
import java.util.List;

/**
 * What is known of one key: the attempts that are not closed yet, and that something was closed.
 * Bounded: more than {@link #MOST_ATTEMPTS} attempts are never kept one by one.
 *
 * @param key what the attempts are keyed by; null when there are none
 * @param basis where the key comes from; null when there are none
 * @param attempts in their order
 * @param folded what was left out of the first operation among them
 * @param lagMs how far behind stream time the slowest of them came, milliseconds; 0 when all came
 *     within the grace
 * @param marker what the last closed operation left; null when none was closed lately
 */
public record OperationState(
    String key,
    KeyBasis basis,
    List<AttemptSummary> attempts,
    Folded folded,
    long lagMs,
    Marker marker) {
  /** So many attempts are kept one by one. */
  static final int MOST_ATTEMPTS = 64;

  /** So many of the first and of the last ones are kept when there are more. */
  static final int HALF = MOST_ATTEMPTS / 2;

  /**
   * The number of an attempt, from 1 on.
   *
   * @param index its place among those that are kept one by one
   * @param folded how many are missing in the middle
   */
  static int number(int index, int folded) {
    return index + 1 + (index < HALF ? 0 : folded);
  }

  static OperationState closed(Marker marker) {
    return new OperationState(null, null, List.of(), Folded.NONE, 0, marker);
  }

  /** Whether attempts wait for their operation to be closed. */
  public boolean open() {
    return !attempts.isEmpty();
  }
}
