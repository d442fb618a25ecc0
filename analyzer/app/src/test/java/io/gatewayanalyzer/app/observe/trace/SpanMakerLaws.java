package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SpanMakerLaws {
  private static final long MOST_MS = 4_000_000_000_000L;

  @Property(tries = 200)
  void shouldBeginAndEndWhenTheLogSays(
      @ForAll @LongRange(max = MOST_MS) long startMs, @ForAll @IntRange(max = 60_000) int tookMs) {
    // Given
    long sinceEpochMs = startMs - Tries.EPOCH_MS;

    // When
    List<SpanData> spans = made(sinceEpochMs, tookMs);

    // Then
    assertThat(spans)
        .hasSize(2)
        .allSatisfy(
            span -> {
              assertThat(span.getStartEpochNanos()).isEqualTo(nanos(startMs));
              assertThat(span.getEndEpochNanos()).isEqualTo(nanos(startMs + tookMs));
              assertThat(span.getEvents())
                  .allMatch(event -> event.getEpochNanos() == span.getEndEpochNanos());
            });
  }

  @Example
  void shouldNotTakeTheFirstInstantForNone() {
    // When
    List<SpanData> spans = made(-Tries.EPOCH_MS, 0);

    // Then
    assertThat(spans).extracting(SpanData::getStartEpochNanos).containsOnly(nanos(1));
    assertThat(spans).extracting(SpanData::getEndEpochNanos).containsOnly(nanos(1));
  }

  private static List<SpanData> made(long startMs, long tookMs) {
    PresetIds ids = new PresetIds();
    EndedSpans ended = new EndedSpans();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder().setIdGenerator(ids).addSpanProcessor(ended).build()) {
      SpanMaker maker = new SpanMaker(provider, ids);
      OperationSpans.of(
              Tries.closed(List.of(Tries.attempt("req-1", startMs, tookMs, ErrorCategory.TIMEOUT))))
          .forEach(maker::make);
      return ended.take();
    }
  }

  private static long nanos(long epochMs) {
    return TimeUnit.MILLISECONDS.toNanos(Math.max(1, epochMs));
  }
}
