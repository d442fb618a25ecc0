package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.payload.ErrorFacts;

/**
 * What one response, body or stream, turned out to be before any rule has been asked.
 *
 * @param phase how far it had come when it failed; null when it is healthy
 * @param error what its payload says; null when it is healthy
 * @param streamVerdict how its stream ended; null when there was none
 * @param framesBeforeError frames before the error; -1 when not streamed
 * @param inputTokens by the payload's usage; -1 when it does not say
 * @param outputTokens by the payload's usage; -1 when it does not say
 * @param model the model that answered; null when the payload does not say
 */
record ResponseReading(
    Phase phase,
    ErrorFacts error,
    StreamVerdict streamVerdict,
    int framesBeforeError,
    long inputTokens,
    long outputTokens,
    String model) {
  /** A response nobody can find fault with, and that says nothing else. */
  static final ResponseReading HEALTHY = new ResponseReading(null, null, null, -1, -1, -1, null);

  static ResponseReading failed(Phase phase, ErrorFacts error) {
    return new ResponseReading(phase, error, null, -1, -1, -1, null);
  }

  boolean healthy() {
    return phase == null;
  }
}
