package io.gatewayanalyzer.app.observe.trace;

import java.util.Locale;
import java.util.Map;

/** Names of providers in the spelling of the semantic conventions. */
final class Providers {
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("azure", "azure.ai.openai"),
          Map.entry("azure_openai", "azure.ai.openai"),
          Map.entry("bedrock", "aws.bedrock"),
          Map.entry("aws_bedrock", "aws.bedrock"),
          Map.entry("amazon_bedrock", "aws.bedrock"),
          Map.entry("gemini", "gcp.gemini"),
          Map.entry("google", "gcp.gemini"),
          Map.entry("google_ai_studio", "gcp.gemini"),
          Map.entry("vertex", "gcp.vertex_ai"),
          Map.entry("vertex_ai", "gcp.vertex_ai"),
          Map.entry("google_vertex", "gcp.vertex_ai"),
          Map.entry("mistral", "mistral_ai"),
          Map.entry("moonshot", "moonshot_ai"),
          Map.entry("moonshotai", "moonshot_ai"),
          Map.entry("watsonx", "ibm.watsonx.ai"),
          Map.entry("xai", "x_ai"));

  private Providers() {}

  /** The conventions' word for a provider; any other name as it is; null stays null. */
  static String spelled(String provider) {
    if (provider == null) {
      return null;
    }
    String plain = provider.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return SPELLINGS.getOrDefault(plain, provider);
  }
}
