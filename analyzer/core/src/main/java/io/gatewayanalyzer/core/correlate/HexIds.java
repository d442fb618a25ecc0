package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.HexFormat;

/** Ids of W3C trace context in half the bytes of their text. */
final class HexIds {
  private static final int SPAN_DIGITS = 16;
  private static final int TRACE_DIGITS = 32;

  private static final String NO_TRACE = "0".repeat(TRACE_DIGITS);

  private static final int ABSENT = 0;
  private static final int PACKED = 1;
  private static final int TEXT = 2;

  private HexIds() {}

  /** Sixteen lower-case hex digits as a number; 0 for anything else. */
  static long bits(String spanId) {
    return isHex(spanId, SPAN_DIGITS) ? HexFormat.fromHexDigitsToLong(spanId) : 0;
  }

  /** Whether this is an id of a trace: 32 lower-case hex digits, not all zeros. */
  static boolean isTraceId(String text) {
    return isHex(text, TRACE_DIGITS) && !text.equals(NO_TRACE);
  }

  static void write(StateWriter out, long span) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.octet((int) (span >>> shift) & 0xff);
    }
  }

  static long read(StateReader in) {
    long span = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      span = span << Byte.SIZE | in.octet();
    }
    return span;
  }

  /** Writes a trace id, or whatever stands in its place. */
  static void write(StateWriter out, String traceId) {
    if (isHex(traceId, TRACE_DIGITS)) {
      out.octet(PACKED);
      write(out, HexFormat.fromHexDigitsToLong(traceId, 0, SPAN_DIGITS));
      write(out, HexFormat.fromHexDigitsToLong(traceId, SPAN_DIGITS, TRACE_DIGITS));
    } else if (traceId == null) {
      out.octet(ABSENT);
    } else {
      out.octet(TEXT).text(traceId);
    }
  }

  static String readText(StateReader in) {
    int form = in.octet();
    if (form == ABSENT) {
      return null;
    }
    return form == PACKED
        ? HexFormat.of().toHexDigits(read(in)) + HexFormat.of().toHexDigits(read(in))
        : in.text();
  }

  private static boolean isHex(String text, int digits) {
    if (text == null || text.length() != digits) {
      return false;
    }
    for (int i = 0; i < digits; i++) {
      char digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }
}
