package io.gatewayanalyzer.app.observe.trace;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real receiver of OTLP on a free port of this machine. */
interface Receiver extends AutoCloseable {
  /** What OTEL_EXPORTER_OTLP_PROTOCOL says of it. */
  String protocol();

  /** Where it listens. */
  String endpoint();

  /** What it was sent so far. */
  List<ResourceSpans> received();

  /** The headers of the last request, by name in lower case. */
  Map<String, String> headers();

  @Override
  void close();

  /** The variables that lead to it. */
  default Map<String, String> environment() {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint(), "OTEL_EXPORTER_OTLP_PROTOCOL", protocol());
  }

  /** The spans it was sent so far. */
  default List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (ResourceSpans resource : received()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        spans.addAll(scope.getSpansList());
      }
    }
    return spans;
  }
}
