package io.gatewayanalyzer.app.observe.trace;

import io.opentelemetry.api.common.Attributes;
import java.util.List;

/**
 * A span before it is one of the SDK's: nothing in it depends on when or where it is made.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param parentId its parent's span, 16 hex digits; null for none
 * @param foreignParent whether the parent is somebody else's span
 * @param name what it is called
 * @param startMs when it began, epoch milliseconds
 * @param endMs when it was over, epoch milliseconds
 * @param attributes what it says
 * @param errorType what it failed of; null when it did not
 * @param failure what the event of its failure says; null for no event
 * @param link the caller's own span, where the parent is not that one; null for none
 */
record SpanDraft(
    String traceId,
    String spanId,
    String parentId,
    boolean foreignParent,
    String name,
    long startMs,
    long endMs,
    List<Said<?>> attributes,
    String errorType,
    Attributes failure,
    Link link) {
  /** A span by its ids. */
  record Link(String traceId, String spanId) {}
}
