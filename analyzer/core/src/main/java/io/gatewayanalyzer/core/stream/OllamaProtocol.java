package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.Marks;

/** Ollama: the line with {@code "done":true} ends the stream and says why. */
final class OllamaProtocol implements StreamProtocol {
  @Override
  public Meaning read(Marks marks) {
    if (!marks.done) {
      return Meaning.GOES_ON;
    }
    Meaning reason = FinishMeaning.of(marks.finish);
    return reason == Meaning.GOES_ON ? Meaning.FINISHED : reason;
  }
}
