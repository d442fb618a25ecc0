package io.gatewayanalyzer.app.observe.metrics;

import io.prometheus.client.Counter;

/** A counter's series that shows a trace for what it counts, a new one every second at most. */
final class TracedCounter {
  private static final long EVERY_MS = 1_000;
  private static final int TRACE_ID = 32;

  private final Counter.Child count;
  private volatile long shownMs;

  TracedCounter(Counter.Child count) {
    this.count = count;
  }

  /** Counts one that is nobody's example. */
  void inc() {
    count.inc();
  }

  /** Whether it is time for a new example. */
  boolean wantsTrace(long nowMs) {
    return Math.abs(nowMs - shownMs) >= EVERY_MS;
  }

  /**
   * Counts one.
   *
   * @param traceId its trace; null when there is none to be found
   */
  void inc(String traceId, long nowMs) {
    if (traceId == null || traceId.length() != TRACE_ID || !wantsTrace(nowMs)) {
      count.inc();
    } else {
      shownMs = nowMs;
      count.incWithExemplar("trace_id", traceId);
    }
  }
}
