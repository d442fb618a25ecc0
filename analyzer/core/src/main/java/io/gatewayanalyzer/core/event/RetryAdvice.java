package io.gatewayanalyzer.core.event;

/** What the caller should do next. */
public enum RetryAdvice implements Wire {
  /** Change the request; the same one fails again. */
  FIX_REQUEST,
  /** Replace or extend the credentials. */
  FIX_CREDENTIALS,
  /** Add money or raise the budget. */
  TOP_UP,
  /** Wait as long as advised, then send it again. */
  WAIT,
  /** Send it again with exponential back-off. */
  BACKOFF,
  /** Do not send it again. */
  DO_NOT_RETRY;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
