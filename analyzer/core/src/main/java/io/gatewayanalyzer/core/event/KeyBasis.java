package io.gatewayanalyzer.core.event;

/** Which fact made attempts one operation, in order of preference. */
public enum KeyBasis implements Wire {
  /** An explicit operation id in the log. */
  OPERATION_ID,
  /** The idempotency-key request header. */
  IDEMPOTENCY_KEY,
  /** The gateway's own parent id. */
  PARENT_ID,
  /** The W3C trace id. */
  TRACE_ID,
  /** Same key id, model, api and request body hash, close in time. */
  STITCHED,
  /** Nothing to join on: the attempt stands alone. */
  REQUEST_ID;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
