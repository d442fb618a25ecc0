package io.gatewayanalyzer.core.decode;

import java.nio.charset.StandardCharsets;

/**
 * The W3C {@code traceparent} header: {@code 00-<32 hex trace id>-<16 hex span id>-<2 hex flags>}.
 */
final class TraceParent {
  private static final int TRACE_FROM = 3;
  private static final int TRACE_TO = 35;
  private static final int SPAN_FROM = 36;
  private static final int SPAN_TO = 52;
  private static final int LENGTH = 55;

  private TraceParent() {}

  /** The trace id, or null when the header is malformed or the id all zeros. */
  static String traceId(byte[] bytes, int from, int to) {
    return id(bytes, from, to, TRACE_FROM, TRACE_TO);
  }

  /** The id of the caller's span, or null when the header is malformed or the id all zeros. */
  static String spanId(byte[] bytes, int from, int to) {
    return id(bytes, from, to, SPAN_FROM, SPAN_TO);
  }

  private static String id(byte[] bytes, int from, int to, int idFrom, int idTo) {
    if (to - from < LENGTH || bytes[from + idFrom - 1] != '-' || bytes[from + idTo] != '-') {
      return null;
    }
    int seen = 0;
    for (int i = from + idFrom; i < from + idTo; i++) {
      byte b = bytes[i];
      boolean hex = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
      if (!hex) {
        return null;
      }
      seen |= b ^ '0';
    }
    return seen == 0
        ? null
        : new String(bytes, from + idFrom, idTo - idFrom, StandardCharsets.US_ASCII);
  }
}
