package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.core.judge.Judged;
import java.util.concurrent.atomic.LongAdder;

/** What became of the inputs: each counts once. */
final class FuzzTally {
  private final LongAdder undecodable = new LongAdder();
  private final LongAdder healthy = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder unrecognized = new LongAdder();

  void undecodable() {
    undecodable.increment();
  }

  /** Counts a judged attempt, or says what is wrong with it. */
  void judged(Judged judged) {
    boolean detailed = judged.error() != null;
    if (judged.attempt().healthy() == detailed) {
      throw new IllegalStateException("an error without detail, or a detail without error");
    }
    (detailed ? errors : healthy).increment();
    if (judged.unrecognized()) {
      unrecognized.increment();
    }
  }

  /** All inputs that gave an answer. */
  long answers() {
    return undecodable.sum() + healthy.sum() + errors.sum();
  }

  @Override
  public String toString() {
    return String.format(
        "%,d undecodable, %,d healthy, %,d errors (%,d unrecognized)",
        undecodable.sum(), healthy.sum(), errors.sum(), unrecognized.sum());
  }
}
