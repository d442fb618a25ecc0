package io.gatewayanalyzer.app.observe;

import java.util.Locale;

/** A place at which the line reads records, named as its node is. */
public enum Stage {
  /** Raw requests. */
  DECODE,
  /** Chunks of streams that are logged apart. */
  DECODE_CHUNKS,
  /** Attempts. */
  CORRELATE,
  /** Payloads that nobody has a rule for. */
  COUNT_UNKNOWN,
  /** Counts for the alerts. */
  ALERT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As a label's value. */
  public String word() {
    return word;
  }
}
