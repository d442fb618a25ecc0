package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.event.Api;
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

  /** The protocol the frames speak; before they say, the one the API called implies. */
  static StreamProtocol of(Dialect dialect, Api api) {
    if (dialect != null) {
      return ALL.get(dialect);
    }
    if (api == Api.RESPONSES) {
      return ALL.get(Dialect.RESPONSES);
    }
    return ALL.get(api == Api.MESSAGES ? Dialect.MESSAGES : Dialect.CHAT_COMPLETIONS);
  }
}
