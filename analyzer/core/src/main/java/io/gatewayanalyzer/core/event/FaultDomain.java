package io.gatewayanalyzer.core.event;

/** Who has to act so that the failure does not come back. */
public enum FaultDomain implements Wire {
  /** The client: its request, its credentials, or its decision to hang up. */
  CALLER,
  /** The owner of the account: balance, budget, quota. */
  ACCOUNT,
  /** The model provider behind the gateway. */
  PROVIDER,
  /** The gateway itself. */
  GATEWAY,
  /** Nothing in the payload says. */
  UNKNOWN;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
