package io.gatewayanalyzer.core.event;

import java.util.Locale;

/** How urgent an alert is, most urgent first. */
public enum Severity implements Wire {
  /** Somebody has to act now, whatever the hour. */
  PAGE,
  /** Somebody has to act in working hours. */
  TICKET,
  /** Nobody has to act; good to know. */
  INFO;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
