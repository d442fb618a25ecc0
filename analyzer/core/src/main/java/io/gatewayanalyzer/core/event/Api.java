package io.gatewayanalyzer.core.event;

/** Which inference API was called. */
public enum Api implements Wire {
  /** OpenAI Chat Completions and its many copies. */
  CHAT_COMPLETIONS,
  /** OpenAI Responses. */
  RESPONSES,
  /** Anthropic Messages. */
  MESSAGES,
  /** Any embeddings call. */
  EMBEDDINGS,
  /** Any other call. */
  OTHER;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
