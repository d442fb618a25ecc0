package io.gatewayanalyzer.app.observe.trace;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Spans as they were received, as text: children below their parents. */
final class SpanTree {
  private final List<Span> spans;
  private final StringBuilder text = new StringBuilder();

  private SpanTree(List<Span> spans) {
    this.spans =
        spans.stream().sorted(Comparator.comparingLong(Span::getStartTimeUnixNano)).toList();
  }

  static String of(List<Span> spans) {
    SpanTree tree = new SpanTree(spans);
    Set<ByteString> known = spans.stream().map(Span::getSpanId).collect(Collectors.toSet());
    tree.spans.stream()
        .filter(span -> !known.contains(span.getParentSpanId()))
        .forEach(root -> tree.add(root, ""));
    return tree.text.toString();
  }

  private void add(Span span, String margin) {
    boolean failed = span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR;
    text.append(margin)
        .append(span.getName())
        .append(margin.isEmpty() ? " trace " + hex(span.getTraceId()) + parent(span) : "")
        .append(failed ? " ERROR" : "")
        .append(' ')
        .append(time(span.getStartTimeUnixNano()))
        .append(" to ")
        .append(time(span.getEndTimeUnixNano()))
        .append('\n');
    span.getAttributesList().stream()
        .sorted(Comparator.comparing(KeyValue::getKey))
        .forEach(one -> line(margin, one));
    for (Span.Event event : span.getEventsList()) {
      text.append(margin).append("  ! ").append(event.getName()).append('\n');
      event.getAttributesList().forEach(one -> line(margin + "  ", one));
    }
    span.getLinksList()
        .forEach(
            link -> text.append(margin).append("  -> ").append(hex(link.getSpanId())).append('\n'));
    spans.stream()
        .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
        .forEach(child -> add(child, margin + "    "));
  }

  private void line(String margin, KeyValue attribute) {
    text.append(margin)
        .append("  ")
        .append(attribute.getKey())
        .append(" = ")
        .append(value(attribute.getValue()))
        .append('\n');
  }

  private static String parent(Span span) {
    return span.getParentSpanId().isEmpty() ? "" : " below " + hex(span.getParentSpanId());
  }

  private static String value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      default -> value.getValueCase().name();
    };
  }

  private static String time(long nanos) {
    return Instant.ofEpochSecond(0, nanos).toString().substring(11);
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
