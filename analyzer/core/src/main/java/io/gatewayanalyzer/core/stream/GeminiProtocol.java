package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.Marks;

/** Gemini: a candidate's {@code finishReason} ends the output. */
final class GeminiProtocol implements StreamProtocol {
  @Override
  public Meaning read(Marks marks) {
    return FinishMeaning.of(marks.finish);
  }
}
