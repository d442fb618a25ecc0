package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.app.config.TracesSettings;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets the SDK read OpenTelemetry's variables and build exporter, sampler and resource of them, and
 * takes what it built: the batches are ours, for the SDK's own would not count what it drops.
 */
final class OtelSetup {
  private static final Map<String, String> DEFAULTS =
      Map.of("otel.service.name", "gateway-analyzer", "otel.attribute.value.length.limit", "1024");

  /** Signals and parts that are not ours to send, whatever the environment says of them. */
  private static final Map<String, String> NOT_OURS =
      Map.of(
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none",
          "otel.propagators", "none");

  private static final int BATCH_SPANS = 512;
  private static final Duration DELAY = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Map<String, String> properties = new HashMap<>();
  private final TracesSettings settings;
  private final boolean ownRatio;
  private final PresetIds ids = new PresetIds();
  private final EndedSpans ended = new EndedSpans();
  private final List<SpanExporter> exporters = new ArrayList<>();
  private HealthySampler healthy;
  private ConfigProperties read;

  private OtelSetup(TracesSettings settings, Map<String, String> environment) {
    this.settings = settings;
    ownRatio = OtelVariables.said(environment, OtelVariables.SAMPLER).isEmpty();
    OtelVariables.of(environment).forEach((name, value) -> properties.put(property(name), value));
    properties.putAll(NOT_OURS);
  }

  /**
   * Builds what the variables ask for.
   *
   * @param environment the variables of the process
   * @throws RuntimeException when the SDK refuses one of them; the message may hold its value
   */
  static OtelParts build(TracesSettings settings, Map<String, String> environment) {
    return new OtelSetup(settings, environment).build();
  }

  private OtelParts build() {
    AutoConfiguredOpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(() -> DEFAULTS)
            .addPropertiesCustomizer(config -> properties)
            .addSamplerCustomizer(this::sampler)
            .addSpanExporterCustomizer(this::exporter)
            .addSpanProcessorCustomizer(this::processor)
            .addTracerProviderCustomizer(
                (provider, config) -> provider.setIdGenerator(ids).addSpanProcessor(ended))
            .build();
    return new OtelParts(
        sdk.getOpenTelemetrySdk(),
        ids,
        ended,
        SpanExporter.composite(exporters),
        healthy,
        read.getDuration("otel.bsp.schedule.delay", DELAY),
        Math.max(1, read.getInt("otel.bsp.max.export.batch.size", BATCH_SPANS)),
        read.getDuration("otel.bsp.export.timeout", TIMEOUT),
        queued());
  }

  private int queued() {
    int asked = read.getInt("otel.bsp.max.queue.size", settings.queue());
    return Math.min(Math.max(1, asked), TracesSettings.MOST_QUEUED);
  }

  /** Operations are chosen before they are spans. */
  private Sampler sampler(Sampler configured, ConfigProperties config) {
    read = config;
    healthy =
        ownRatio ? HealthySampler.ofRatio(settings.healthyRatio()) : HealthySampler.of(configured);
    return Sampler.alwaysOn();
  }

  private SpanExporter exporter(SpanExporter configured, ConfigProperties config) {
    exporters.add(configured);
    return SpanExporter.composite();
  }

  private SpanProcessor processor(SpanProcessor configured, ConfigProperties config) {
    // It would keep a thread, and has nothing to export to.
    configured.shutdown();
    return SpanProcessor.composite();
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
