package io.gatewayanalyzer.core.event;

import java.util.Locale;

/** How a caller kept to the wait it was advised. */
public enum WaitVerdict implements Wire {
  /** It waited about as long as advised. */
  HONOURED,
  /** It came back too early. */
  EARLY,
  /** It waited much longer than it had to. */
  LATE,
  /** Nobody advised a wait. */
  NO_HINT;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
