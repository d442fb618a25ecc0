package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Wire;
import java.util.Locale;

/**
 * What one part of a rule's condition asks about, in the order rules are looked up by: the first
 * part that a rule has is the one it is found by.
 */
public enum Ask implements Wire {
  /** The payload's {@code code}. */
  CODE(16),
  /** Any machine name: code, type or one of the further names. */
  NAME(12),
  /** The payload's {@code type}. */
  TYPE(4),
  /** The payload's own word for whose limit it was. */
  LIMIT_SOURCE(4),
  /** The payload's own word for what the limit counts. */
  LIMIT_TYPE(4),
  /** The request field the payload blames. */
  PARAM(3),
  /** A phrase in the payload's prose. */
  MESSAGE(8),
  /** A response header, as {@code name: glob}. */
  HEADER(6),
  /** The form of the payload. */
  SHAPE(1),
  /** How far the exchange had come. */
  PHASE(1),
  /** What the log notes about the end. */
  ENDED(1),
  /** The effective HTTP status. */
  STATUS(2),
  /** The API called. */
  API(1);

  private final int weight;
  private final String wire = name().toLowerCase(Locale.ROOT);

  Ask(int weight) {
    this.weight = weight;
  }

  /** How much this part adds to a rule's specificity. */
  int weight() {
    return weight;
  }

  /** Whether the sender's own words are asked for, not only the circumstances of the failure. */
  boolean ofWords() {
    return ordinal() <= HEADER.ordinal();
  }

  @Override
  public String wire() {
    return wire;
  }
}
