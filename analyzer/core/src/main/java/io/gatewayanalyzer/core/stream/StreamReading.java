package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.payload.ErrorFacts;

/**
 * What a stream turned out to be.
 *
 * @param verdict how it ended
 * @param error what its error frame says; null unless it failed in band, {@link ErrorFacts#EMPTY}
 *     when it was cut without a word
 * @param framesBeforeError frames before the error or the cut; -1 when neither happened
 * @param inputTokens as the stream's usage says; -1 when it does not
 * @param outputTokens as the stream's usage says; -1 when it does not
 * @param model the model that answered; null when the stream does not say
 */
public record StreamReading(
    StreamVerdict verdict,
    ErrorFacts error,
    int framesBeforeError,
    long inputTokens,
    long outputTokens,
    String model) {
  /** Whether the stream needs no further look. */
  public boolean healthy() {
    return verdict == StreamVerdict.COMPLETED || verdict == StreamVerdict.INCOMPLETE;
  }
}
