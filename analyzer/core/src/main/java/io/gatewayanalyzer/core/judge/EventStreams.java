package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.json.Slice;
import java.nio.charset.StandardCharsets;

/** Tells an event stream that was logged as a body from a body. */
final class EventStreams {
  private static final byte[][] STARTS = {
    "data:".getBytes(StandardCharsets.US_ASCII),
    "event:".getBytes(StandardCharsets.US_ASCII),
    "error: {".getBytes(StandardCharsets.US_ASCII),
    "id:".getBytes(StandardCharsets.US_ASCII),
    ": ".getBytes(StandardCharsets.US_ASCII),
    ":\n".getBytes(StandardCharsets.US_ASCII),
  };

  private EventStreams() {}

  /** Whether the text starts with a field or a comment of an event stream. */
  static boolean looksLike(Slice text) {
    int from = text.from();
    while (from < text.to() && text.bytes()[from] <= ' ' && text.bytes()[from] >= 0) {
      from++;
    }
    for (byte[] start : STARTS) {
      if (startsWith(text, from, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(Slice text, int from, byte[] start) {
    if (text.to() - from < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (text.bytes()[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
