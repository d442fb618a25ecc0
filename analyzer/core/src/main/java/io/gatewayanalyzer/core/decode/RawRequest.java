package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.payload.Headers;

/**
 * One attempt as a gateway logged it, still in the gateway's words. Slices point into the decoder's
 * buffers and are valid until its next call.
 *
 * @param requestId the gateway's id of this attempt; null when absent
 * @param operationId an explicit operation id; null when absent
 * @param parentId the gateway's own id of what it made several attempts for; null when absent
 * @param timestampMs when the attempt started, epoch milliseconds; -1 when absent or unreadable
 * @param durationMs how long it took, milliseconds; -1 when absent
 * @param origin who talked to whom
 * @param idempotencyKey the request header of that name; null when absent
 * @param bodyHash the request body's hash as logged; null when absent
 * @param status the HTTP status; 0 when absent or no status
 * @param responseHeaders the response headers
 * @param body the response body; null when absent
 * @param stream the stream's transcript; null when absent
 * @param streamLogged whether the frames are logged separately
 * @param ended what the log notes about the end
 * @param inputTokens tokens in as logged; -1 when absent
 * @param outputTokens tokens out as logged; -1 when absent
 * @param costUsd price as logged, US dollars; NaN when absent
 * @param balanceUsd remaining credit as logged, US dollars; NaN when absent
 * @param traceId W3C trace id; null when absent or malformed
 * @param parentSpanId W3C id of the caller's span; null when absent or malformed
 */
public record RawRequest(
    String requestId,
    String operationId,
    String parentId,
    long timestampMs,
    long durationMs,
    Origin origin,
    String idempotencyKey,
    Slice bodyHash,
    int status,
    Headers responseHeaders,
    Slice body,
    Slice stream,
    boolean streamLogged,
    Ended ended,
    long inputTokens,
    long outputTokens,
    double costUsd,
    double balanceUsd,
    String traceId,
    String parentSpanId)
    implements Decoded {
  /** Whether the response was a stream. */
  public boolean streamed() {
    return stream != null || streamLogged;
  }
}
