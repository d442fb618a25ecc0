package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.Marks;

/**
 * Chat Completions: a choice's {@code finish_reason} ends the output; {@code [DONE]} only closes
 * it.
 */
final class ChatCompletionsProtocol implements StreamProtocol {
  @Override
  public Meaning read(Marks marks) {
    return FinishMeaning.of(marks.finish);
  }
}
