package io.gatewayanalyzer.core.decode;

/**
 * The W3C {@code traceparent} header: {@code 00-<32 hex trace id>-<16 hex span id>-<2 hex flags>}.
 */
final class TraceParent {
  private static final int TRACE_FROM = 3;
  private static final int TRACE_TO = 35;
  private static final int LENGTH = 55;

  private TraceParent() {}

  /** The trace id, or null when the header is malformed or the id all zeros. */
  static String traceId(String header) {
    if (header == null
        || header.length() < LENGTH
        || header.charAt(2) != '-'
        || header.charAt(TRACE_TO) != '-') {
      return null;
    }
    boolean zeros = true;
    for (int i = TRACE_FROM; i < TRACE_TO; i++) {
      char c = header.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (!hex) {
        return null;
      }
      zeros &= c == '0';
    }
    return zeros ? null : header.substring(TRACE_FROM, TRACE_TO);
  }
}
