package io.gatewayanalyzer.app.observe.trace;

import io.opentelemetry.api.trace.SpanBuilder;

/**
 * What one span says of one attribute. A list of these is not sorted, as the SDK's attributes are:
 * sorting was a seventh of what the sending thread did.
 */
record Said<T>(SpanAttribute<T> attribute, T value) {
  void on(SpanBuilder span) {
    span.setAttribute(attribute.key(), value);
  }
}
