package io.gatewayanalyzer.app.observe.trace;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;

/** Drafts to spans of the SDK, which then sees to limits and resource. Used by one thread. */
final class SpanMaker {
  private final PresetIds ids;
  private final Tracer tracer;

  /**
   * A maker.
   *
   * @param ids what the provider asks for ids
   */
  SpanMaker(TracerProvider provider, PresetIds ids) {
    this.ids = ids;
    String version = SpanMaker.class.getPackage().getImplementationVersion();
    tracer =
        provider
            .tracerBuilder("io.gatewayanalyzer")
            .setInstrumentationVersion(version == null ? "development" : version)
            .setSchemaUrl(SpanTable.SCHEMA_URL)
            .build();
  }

  /** Makes a span and ends it. */
  void make(SpanDraft draft) {
    ids.next(draft);
    long startMs = said(draft.startMs());
    long endMs = said(draft.endMs());
    SpanBuilder builder =
        tracer
            .spanBuilder(draft.name())
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(startMs, MILLISECONDS);
    for (Said<?> said : draft.attributes()) {
      said.on(builder);
    }
    if (draft.parentId() == null) {
      builder.setNoParent();
    } else {
      builder.setParent(Context.root().with(Span.wrap(parent(draft))));
    }
    if (draft.link() != null) {
      builder.addLink(foreign(draft.link().traceId(), draft.link().spanId()));
    }
    Span span = builder.startSpan();
    if (draft.failure() != null) {
      span.addEvent(SpanTable.FAILURE_EVENT, draft.failure(), endMs, MILLISECONDS);
    }
    if (draft.errorType() != null) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(endMs, MILLISECONDS);
  }

  /** The SDK takes zero for a time that was not said, and puts the present in its place. */
  private static long said(long epochMs) {
    return Math.max(1, epochMs);
  }

  private static SpanContext parent(SpanDraft draft) {
    return draft.foreignParent()
        ? foreign(draft.traceId(), draft.parentId())
        : SpanContext.create(
            draft.traceId(), draft.parentId(), TraceFlags.getSampled(), TraceState.getDefault());
  }

  private static SpanContext foreign(String traceId, String spanId) {
    return SpanContext.createFromRemoteParent(
        traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
  }
}
