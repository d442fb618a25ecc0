package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.Marks;

/** Amazon Bedrock Converse: {@code messageStop} ends the output and says why. */
final class BedrockProtocol implements StreamProtocol {
  @Override
  public Meaning read(Marks marks) {
    if (!marks.done) {
      return Meaning.GOES_ON;
    }
    Meaning reason = FinishMeaning.of(marks.finish);
    return reason == Meaning.GOES_ON ? Meaning.FINISHED : reason;
  }
}
