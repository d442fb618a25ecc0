package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.event.Wire;

/** Values of a top-level {@code object} that matter. */
public enum ObjectType implements Wire {
  /** {@code error}. */
  ERROR("error"),
  /** {@code chat.completion}. */
  CHAT_COMPLETION("chat.completion"),
  /** {@code chat.completion.chunk}. */
  CHAT_COMPLETION_CHUNK("chat.completion.chunk"),
  /** {@code text_completion}. */
  TEXT_COMPLETION("text_completion"),
  /** {@code response}. */
  RESPONSE("response"),
  /** {@code list}. */
  LIST("list"),
  /** {@code embedding}. */
  EMBEDDING("embedding");

  private final String wire;

  ObjectType(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
