package io.gatewayanalyzer.app.demo;

import io.gatewayanalyzer.core.event.Ended;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a gateway answered one attempt, as its log would hold it.
 *
 * @param status HTTP status
 * @param headers response headers
 * @param body the body; null when streamed or empty
 * @param stream the SSE transcript; null when not streamed
 * @param ended how the response ended
 * @param durationMs how long it took
 * @param outputTokens tokens produced
 * @param failed whether the caller's program sees a failure
 * @param lasting whether the next try meets the same answer, for instance an empty account
 */
record Answer(
    int status,
    Map<String, String> headers,
    String body,
    String stream,
    Ended ended,
    long durationMs,
    int outputTokens,
    boolean failed,
    boolean lasting) {

  /** The header by which a sender says whether trying again is worth it. */
  static final String SHOULD_RETRY = "x-should-retry";

  /** A whole body, healthy when the status is below 400. */
  static Answer body(int status, String body, long durationMs) {
    return new Answer(
        status, Map.of(), body, null, Ended.COMPLETE, durationMs, 0, status >= 400, false);
  }

  /** A stream under status 200. */
  static Answer stream(String transcript, long durationMs, int outputTokens, boolean failed) {
    return new Answer(
        200, Map.of(), null, transcript, Ended.COMPLETE, durationMs, outputTokens, failed, false);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, stream, ended, durationMs, outputTokens, failed, lasting);
  }

  Answer tokens(int count) {
    return new Answer(status, headers, body, stream, ended, durationMs, count, failed, lasting);
  }

  Answer ended(Ended how) {
    return new Answer(
        status, headers, body, stream, how, durationMs, outputTokens, failed, lasting);
  }

  /** The same answer, known by the simulation to be a failure whatever its status. */
  Answer asFailure() {
    return new Answer(
        status, headers, body, stream, ended, durationMs, outputTokens, true, lasting);
  }

  /** The same answer, met again by every retry. */
  Answer forGood() {
    return new Answer(status, headers, body, stream, ended, durationMs, outputTokens, failed, true);
  }

  /** What the common SDKs retry: 408, 409, 429, 5xx, and broken streams. */
  boolean worthRetrying() {
    if ("false".equals(headers.get(SHOULD_RETRY))) {
      return false;
    }
    return status == 408 || status == 409 || status == 429 || status >= 500 || status == 200;
  }

  int retryAfterSeconds() {
    return Integer.parseInt(headers.getOrDefault("retry-after", "0"));
  }
}
