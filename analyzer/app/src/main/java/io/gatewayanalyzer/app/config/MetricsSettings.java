package io.gatewayanalyzer.app.config;

import java.util.List;

/**
 * How many names metrics may carry. What is beyond is counted under {@code other}.
 *
 * @param models models that have a name in any case
 * @param maxModels so many models have a name, those of {@code models} among them
 * @param maxProviders so many providers have a name
 * @param maxGateways so many gateways have a name
 * @param maxSeries so many series one metric may have
 */
public record MetricsSettings(
    List<String> models, int maxModels, int maxProviders, int maxGateways, int maxSeries) {
  private static final int MOST = 100_000;

  /** Copies the list. */
  public MetricsSettings {
    models = List.copyOf(models);
  }

  /** No model by name beforehand; 200 models, 50 providers, 50 gateways, 10,000 series. */
  public static MetricsSettings defaults() {
    return new MetricsSettings(List.of(), 200, 50, 50, 10_000);
  }

  static MetricsSettings read(Section section) {
    MetricsSettings standard = defaults();
    MetricsSettings settings =
        new MetricsSettings(
            section.texts("models"),
            section.integer("max-models", standard.maxModels, 1, MOST),
            section.integer("max-providers", standard.maxProviders, 1, MOST),
            section.integer("max-gateways", standard.maxGateways, 1, MOST),
            section.integer("max-series", standard.maxSeries, 100, 10 * MOST));
    section.refuseUnknownKeys();
    return settings;
  }
}
