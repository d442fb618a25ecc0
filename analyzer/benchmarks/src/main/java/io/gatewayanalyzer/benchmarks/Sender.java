package io.gatewayanalyzer.benchmarks;

/**
 * Who answered.
 *
 * @param gateway the gateway whose log it is
 * @param api the API as the canonical record names it
 * @param path the path of that API
 * @param provider who served the model
 * @param model what the caller asked for
 * @param client what the caller says it is
 */
record Sender(
    String gateway, String api, String path, String provider, String model, String client) {
  static final Sender CHAT =
      new Sender(
          "openrouter",
          "chat_completions",
          "/api/v1/chat/completions",
          "openai",
          "gpt-5-mini",
          "openai-python/2.8.0");
  static final Sender MESSAGES =
      new Sender(
          "litellm",
          "messages",
          "/v1/messages",
          "anthropic",
          "claude-sonnet-4-5",
          "anthropic-typescript/0.68.0");
  static final Sender RESPONSES =
      new Sender(
          "portkey", "responses", "/v1/responses", "openai", "gpt-5-mini", "openai-node/6.9.0");
}
