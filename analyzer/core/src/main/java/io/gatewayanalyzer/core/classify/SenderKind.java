package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Wire;
import java.util.Locale;

/** What a catalog file speaks for, and so when its rules may fire. */
public enum SenderKind implements Wire {
  /** A gateway's own words; fires for records of that gateway, and is lent to others. */
  GATEWAY,
  /** A provider's own words; fires for records of that provider, and is lent to others. */
  PROVIDER,
  /** What every sender of a payload shape or a protocol says; fires for any record. */
  SHAPE,
  /** Phrases whose meaning does not depend on the sender; fires for any record. */
  HINTS,
  /** What a status means when nothing else is known; fires for any record, last of all. */
  STATUS;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
