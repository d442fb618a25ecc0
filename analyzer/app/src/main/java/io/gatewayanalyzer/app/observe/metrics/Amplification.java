package io.gatewayanalyzer.app.observe.metrics;

/** Attempts and operations of the last five minutes, by the clock on the wall. Thread safe. */
final class Amplification {
  private static final long STEP_MS = 10_000;
  private static final int STEPS = 30;

  private final long[] step = new long[STEPS];
  private final long[] attempts = new long[STEPS];
  private final long[] operations = new long[STEPS];

  /** Adds an operation that was closed now. */
  synchronized void add(int itsAttempts, long nowMs) {
    long now = Math.floorDiv(nowMs, STEP_MS);
    int at = (int) Math.floorMod(now, (long) STEPS);
    if (step[at] != now) {
      step[at] = now;
      attempts[at] = 0;
      operations[at] = 0;
    }
    attempts[at] += itsAttempts;
    operations[at]++;
  }

  /** Attempts per operation; NaN when no operation was closed. */
  synchronized double ratio(long nowMs) {
    long now = Math.floorDiv(nowMs, STEP_MS);
    long allAttempts = 0;
    long allOperations = 0;
    for (int at = 0; at < STEPS; at++) {
      if (step[at] > now - STEPS && step[at] <= now) {
        allAttempts += attempts[at];
        allOperations += operations[at];
      }
    }
    return allOperations == 0 ? Double.NaN : (double) allAttempts / allOperations;
  }
}
