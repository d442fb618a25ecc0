package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.observe.SpanResult;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanSenderTest {
  @Test
  void shouldCountEachSpanOnceWhenOneCannotBeMade() {
    // Given
    SpanCounts counts = new SpanCounts();
    SpanSender sender = new SpanSender(breakingAtAttempts(), counts, 10);
    Correlated.Closed closed =
        Tries.closed(
            List.of(
                Tries.attempt("req-1", 0, 100, ErrorCategory.TIMEOUT),
                Tries.attempt("req-2", 1_000, 100, ErrorCategory.TIMEOUT)));

    // When
    try (sender) {
      sender.offer(closed);
    }

    // Then
    assertThat(counts.of(SpanResult.EXPORTED)).isEqualTo(1);
    assertThat(counts.of(SpanResult.FAILED)).isEqualTo(2);
  }

  private static OtelParts breakingAtAttempts() {
    PresetIds ids = new PresetIds();
    EndedSpans ended = new EndedSpans();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .addSpanProcessor(new Breaking())
            .addSpanProcessor(ended)
            .build();
    return new OtelParts(
        OpenTelemetrySdk.builder().setTracerProvider(provider).build(),
        ids,
        ended,
        SpanExporter.composite(),
        HealthySampler.of(Sampler.alwaysOn()),
        Duration.ofMillis(10),
        512,
        Duration.ofSeconds(1),
        10);
  }

  /** Takes the span of an operation, and no other. */
  private static final class Breaking implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      if (span.getName().startsWith("attempt")) {
        throw new IllegalStateException("broken on purpose");
      }
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
