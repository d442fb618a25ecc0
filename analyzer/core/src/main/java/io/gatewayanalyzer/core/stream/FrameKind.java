package io.gatewayanalyzer.core.stream;

/** What carried a frame. */
public enum FrameKind {
  /** The {@code data} field of a server-sent event. */
  DATA,
  /** An {@code error} field, which no specification knows but llama.cpp and its heirs send. */
  ERROR_FIELD,
  /** A line that is a JSON value of its own: newline-delimited JSON. */
  JSON_LINE,
  /** A line that is neither event stream nor JSON, for instance a proxy's last words. */
  STRAY_LINE
}
