package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.core.event.Outcome;

/** How many series one value of a label brings. */
final class Widths {
  /** What a histogram has beside its buckets: one without bound, sum and count. */
  private static final int BESIDE_BUCKETS = 3;

  /** Of the widest metric whose only free label is the gateway. */
  static final int OF_A_GATEWAY =
      Outcome.values().length * (CallMetrics.OPERATION_DURATION.buckets().size() + BESIDE_BUCKETS);

  private Widths() {}
}
