package io.gatewayanalyzer.app.observe.trace;

import io.opentelemetry.api.trace.SpanBuilder;

/**
 * What one span says of one attribute. A list of these is not sorted, as the SDK's attributes are:
 * that took a sixth of the time that making a span takes.
 */
record Said<T>(SpanAttribute<T> attribute, T value) {
  void on(SpanBuilder span) {
    span.setAttribute(attribute.key(), value);
  }
}
