package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.KeyBasis;

/**
 * The first operation among the attempts of one key.
 *
 * @param size how many of them it takes
 * @param untilMs an attempt that starts no later than this would belong to it, epoch milliseconds
 * @param closesAtMs when everything that belongs has had the time to arrive, epoch milliseconds
 */
record Segment(int size, long untilMs, long closesAtMs) {
  /** Nobody is waited for longer, whatever was advised. */
  private static final long LONGEST_PATIENCE_MS = 15 * 60_000L;

  /**
   * Finds it.
   *
   * @param state an open one
   */
  static Segment first(OperationState state, Times times) {
    boolean several = severalOperations(state.basis());
    long answeredMs = Long.MAX_VALUE;
    long patientMs = Long.MIN_VALUE;
    long untilMs = Long.MAX_VALUE;
    int size = 0;
    for (AttemptSummary attempt : state.attempts()) {
      if (size > 0 && attempt.startMs() > untilMs) {
        break;
      }
      size++;
      if (attempt.succeeded()) {
        answeredMs = Math.min(answeredMs, attempt.endMs());
      } else {
        patientMs = Math.max(patientMs, attempt.endMs() + patience(attempt, times));
      }
      if (size == OperationState.HALF) {
        patientMs = Math.max(patientMs, state.folded().patientMs());
      }
      boolean answered = answeredMs != Long.MAX_VALUE;
      untilMs = answered ? answeredMs + (several ? 0 : times.graceMs()) : patientMs;
    }
    boolean answered = answeredMs != Long.MAX_VALUE;
    return new Segment(size, untilMs, (answered ? answeredMs : patientMs) + times.graceMs());
  }

  /**
   * Whether a key may name one operation after the other: it was found in what the attempts have in
   * common, not given by somebody who knew where an operation ends.
   */
  static boolean severalOperations(KeyBasis basis) {
    return basis == KeyBasis.STITCHED || basis == KeyBasis.TRACE_ID;
  }

  /** Who was told to wait longer than the gap is waited for as long as that takes. */
  static long patience(AttemptSummary attempt, Times times) {
    if (attempt.advisedWaitMs() < 0) {
      return times.gapMs();
    }
    long advisedMs = Math.min(attempt.advisedWaitMs(), LONGEST_PATIENCE_MS);
    return Math.max(times.gapMs(), Math.min(Waits.longest(advisedMs), LONGEST_PATIENCE_MS));
  }
}
