package io.gatewayanalyzer.app.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Labels of an alert in short: {@code anannas/openai/gpt-5-mini (provider)}. */
final class Who {
  private static final List<String> PATH =
      List.of(
          "gateway",
          "slo",
          "tenant",
          "api_key_id",
          "provider",
          "model",
          "api",
          "client",
          "fingerprint");
  private static final List<String> KINDS = List.of("limit_source", "runway");

  /** Scopes that the path alone does not tell from others. */
  private static final Map<String, String> SCOPES =
      Map.of("key", "key", "provider_account", "account", "line", "all gateways");

  private Who() {}

  /** The labels as a path from the gateway down, and what tells its alerts apart. */
  static String of(Map<String, String> labels) {
    String path =
        PATH.stream()
            .filter(label -> !label.equals("provider") || !repeats(labels))
            .map(labels::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("/"));
    String kind =
        KINDS.stream()
            .map(labels::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(SCOPES.get(labels.getOrDefault("scope", "")));
    return kind == null ? path : path + " (" + kind + ")";
  }

  /** Many gateways write the provider in front of the model. */
  private static boolean repeats(Map<String, String> labels) {
    return labels.getOrDefault("model", "").startsWith(labels.get("provider") + "/");
  }
}
