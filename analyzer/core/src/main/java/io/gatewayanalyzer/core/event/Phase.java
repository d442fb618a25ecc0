package io.gatewayanalyzer.core.event;

/** How far the exchange had come when it failed. */
public enum Phase implements Wire {
  /** An HTTP error status, before any useful byte. */
  BEFORE_RESPONSE,
  /** A success status whose complete body is an error. */
  IN_BODY,
  /** An error frame after a success status. */
  MID_STREAM,
  /** A stream that ended without the terminal event of its protocol. */
  TRUNCATED;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
