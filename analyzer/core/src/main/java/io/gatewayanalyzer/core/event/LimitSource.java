package io.gatewayanalyzer.core.event;

/** Whose limit a rate-limited attempt ran into. */
public enum LimitSource implements Wire {
  /** The gateway's own limit. */
  GATEWAY,
  /** The limit of the provider behind it. */
  PROVIDER,
  /** Nothing in the payload says. */
  UNKNOWN;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
