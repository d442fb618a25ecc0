package io.gatewayanalyzer.core.event;

/** What ran out of credit. */
public enum CreditScope implements Wire {
  /** The account or organisation with the gateway or provider. */
  ACCOUNT,
  /** One key's, user's, team's or tag's budget. */
  KEY,
  /** The account the gateway itself holds with a provider. */
  PROVIDER_ACCOUNT,
  /** Money reserved by requests in flight; frees itself. */
  IN_FLIGHT,
  /** Nothing in the payload says. */
  UNKNOWN;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
