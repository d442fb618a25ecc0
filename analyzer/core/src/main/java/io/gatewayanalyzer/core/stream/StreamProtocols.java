package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.Dialect;
import java.util.EnumMap;
import java.util.Map;

/** All protocols, by the dialect of their frames. */
final class StreamProtocols {
  private static final Map<Dialect, StreamProtocol> ALL =
      new EnumMap<>(
          Map.of(
              Dialect.CHAT_COMPLETIONS, new ChatCompletionsProtocol(),
              Dialect.RESPONSES, new ResponsesProtocol(),
              Dialect.MESSAGES, new MessagesProtocol(),
              Dialect.GEMINI, new GeminiProtocol(),
              Dialect.OLLAMA, new OllamaProtocol(),
              Dialect.BEDROCK, new BedrockProtocol()));

  private StreamProtocols() {}

  /** The protocol the frames speak; Chat Completions as long as they have not said. */
  static StreamProtocol of(Dialect dialect) {
    return ALL.get(dialect == null ? Dialect.CHAT_COMPLETIONS : dialect);
  }
}
