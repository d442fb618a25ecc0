package io.gatewayanalyzer.app.observe.trace;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;

/**
 * What OpenTelemetry's variables make of its SDK.
 *
 * @param sdk to be closed at the end
 * @param ids told the ids of each span before it is made
 * @param ended where made spans go
 * @param exporter where batches go; to be shut down at the end
 * @param healthy decides about operations that succeeded at the first attempt
 * @param delay so long a span waits for others to be exported with it
 * @param batchSpans so many spans are a full batch
 * @param timeout so long an export may take
 * @param queued how many operations may wait
 */
record OtelParts(
    OpenTelemetrySdk sdk,
    PresetIds ids,
    EndedSpans ended,
    SpanExporter exporter,
    HealthySampler healthy,
    Duration delay,
    int batchSpans,
    Duration timeout,
    int queued) {
  SdkTracerProvider provider() {
    return sdk.getSdkTracerProvider();
  }

  /** Ends it unused. */
  void discard() {
    exporter.shutdown();
    sdk.close();
  }
}
