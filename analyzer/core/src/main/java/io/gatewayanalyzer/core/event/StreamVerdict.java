package io.gatewayanalyzer.core.event;

/** How a streamed response ended, whatever its HTTP status. */
public enum StreamVerdict implements Wire {
  /** The terminal event of the protocol arrived. */
  COMPLETED,
  /** An error frame arrived. */
  FAILED_IN_BAND,
  /** The stream ended without terminal event. */
  TRUNCATED,
  /** The caller hung up first. */
  CLIENT_CLOSED,
  /** The terminal event says the output was cut by a limit the caller set; not a failure. */
  INCOMPLETE;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
