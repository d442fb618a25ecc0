package io.gatewayanalyzer.core.event;

import java.util.Locale;

/** What the attempts of an operation achieved together. */
public enum Outcome implements Wire {
  /** The first attempt succeeded. */
  FIRST_TRY,
  /** A later attempt succeeded. */
  RECOVERED,
  /** It was tried again and still failed, though trying again was worth it. */
  EXHAUSTED,
  /** The last failure was one that trying again cannot help. */
  NOT_RETRYABLE,
  /** It failed once, trying again was worth it, and nobody did. */
  ABANDONED,
  /** The caller hung up. */
  CANCELLED;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** Whether the caller got what it wanted. */
  public boolean succeeded() {
    return this == FIRST_TRY || this == RECOVERED;
  }

  @Override
  public String wire() {
    return wire;
  }
}
