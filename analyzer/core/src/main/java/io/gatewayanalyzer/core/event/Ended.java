package io.gatewayanalyzer.core.event;

/** What the gateway noted about the end of a response. */
public enum Ended implements Wire {
  /** It was sent to its end. */
  COMPLETE,
  /** The caller closed the connection. */
  CLIENT_CLOSED,
  /** The provider closed the connection. */
  UPSTREAM_CLOSED,
  /** A time limit cut it. */
  TIMEOUT,
  /** The log does not say. */
  UNKNOWN;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
