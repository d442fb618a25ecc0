package io.gatewayanalyzer.core.simulation;

import java.util.List;

/**
 * Which model of which provider behind which gateway.
 *
 * @param weight how much of the traffic goes there, relative to the others
 */
record Route(String gateway, String provider, String model, int weight) {
  static final List<Route> ALL =
      List.of(
          new Route("anannas", "openai", "openai/gpt-5-mini", 4),
          new Route("anannas", "anthropic", "anthropic/claude-sonnet-4.5", 3),
          new Route("anannas", "mistral", "mistral/mistral-large", 2),
          new Route("toprouter", "openai", "openai/gpt-5", 3),
          new Route("toprouter", "google", "google/gemini-3.5-flash", 3),
          new Route("toprouter", "deepseek", "deepseek/deepseek-v4", 2));
}
