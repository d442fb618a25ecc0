package io.gatewayanalyzer.core.event;

/** What a limit counts. */
public enum LimitDimension implements Wire {
  /** Requests per time. */
  REQUESTS,
  /** Tokens per time. */
  TOKENS,
  /** Requests in flight. */
  CONCURRENCY,
  /** Money per time or money in flight. */
  SPEND,
  /** Nothing in the payload says. */
  UNKNOWN;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
