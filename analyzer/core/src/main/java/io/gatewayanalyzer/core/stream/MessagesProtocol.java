package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.EventType;
import io.gatewayanalyzer.core.payload.Marks;

/**
 * Anthropic Messages: {@code message_stop} ends the stream; a refusal comes before it, as the stop
 * reason of {@code message_delta}.
 */
final class MessagesProtocol implements StreamProtocol {
  @Override
  public Meaning read(Marks marks) {
    if (marks.type == EventType.MESSAGE_STOP) {
      return Meaning.FINISHED;
    }
    Meaning stop = FinishMeaning.of(marks.finish);
    return stop == Meaning.FAILED ? stop : Meaning.GOES_ON;
  }
}
