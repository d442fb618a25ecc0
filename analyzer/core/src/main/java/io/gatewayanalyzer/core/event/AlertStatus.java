package io.gatewayanalyzer.core.event;

import java.util.Locale;

/** Whether the trouble an alert is about lasts. */
public enum AlertStatus implements Wire {
  /** It lasts. */
  FIRING,
  /** It is over. */
  RESOLVED;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
