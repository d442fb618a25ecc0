package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.ErrorDetail;

/**
 * A judged attempt, ready to be written.
 *
 * @param attempt the attempt, healthy or not
 * @param error what the errors topic says beyond it; null when the attempt is healthy
 */
public record Judged(Attempt attempt, ErrorDetail error) {
  /** The same judgement with what the log of the stream lacks. */
  public Judged with(ChunkLoss loss) {
    return loss.equals(attempt.chunkLoss()) ? this : new Judged(attempt.with(loss), error);
  }

  /** Whether the payload is an error that nothing but its status explains, so it is kept. */
  public boolean unrecognized() {
    return attempt.verdict() != null && !attempt.verdict().recognized();
  }
}
