package io.gatewayanalyzer.core.decode;

import java.nio.charset.StandardCharsets;

/**
 * The W3C {@code traceparent} header: {@code 00-<32 hex trace id>-<16 hex span id>-<2 hex flags>}.
 */
final class TraceParent {
  private static final int TRACE_FROM = 3;
  private static final int TRACE_TO = 35;
  private static final int LENGTH = 55;

  private TraceParent() {}

  /** The trace id, or null when the header is malformed or the id all zeros. */
  static String traceId(byte[] bytes, int from, int to) {
    if (to - from < LENGTH || bytes[from + 2] != '-' || bytes[from + TRACE_TO] != '-') {
      return null;
    }
    int seen = 0;
    for (int i = from + TRACE_FROM; i < from + TRACE_TO; i++) {
      byte b = bytes[i];
      boolean hex = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
      if (!hex) {
        return null;
      }
      seen |= b ^ '0';
    }
    return seen == 0
        ? null
        : new String(bytes, from + TRACE_FROM, TRACE_TO - TRACE_FROM, StandardCharsets.US_ASCII);
  }
}
