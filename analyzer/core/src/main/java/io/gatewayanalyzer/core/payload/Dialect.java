package io.gatewayanalyzer.core.payload;

/** Which streaming protocol a frame's keys belong to. */
public enum Dialect {
  /** OpenAI Chat Completions (and legacy completions) chunks. */
  CHAT_COMPLETIONS,
  /** OpenAI Responses events, also over websockets and realtime. */
  RESPONSES,
  /** Anthropic Messages events. */
  MESSAGES,
  /** Gemini and Vertex AI chunks. */
  GEMINI,
  /** Ollama's newline-delimited JSON. */
  OLLAMA,
  /** Amazon Bedrock Converse events, decoded to JSON. */
  BEDROCK
}
