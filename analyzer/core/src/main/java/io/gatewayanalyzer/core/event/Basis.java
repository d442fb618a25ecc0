package io.gatewayanalyzer.core.event;

/** How sure a verdict is, strongest first. */
public enum Basis implements Wire {
  /** A documented code, type or field of that very sender. */
  DECLARED,
  /** The shape, a message, or another sender's documented code. */
  INFERRED,
  /** Only the HTTP status. */
  STATUS_ONLY;

  private final String wire = name().toLowerCase(java.util.Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
