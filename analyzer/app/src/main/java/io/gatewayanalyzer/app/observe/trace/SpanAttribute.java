package io.gatewayanalyzer.app.observe.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Locale;

/**
 * One attribute that our spans carry.
 *
 * @param key its name and type
 * @param place on which spans it is
 * @param says what it says, for the table in the documentation
 */
record SpanAttribute<T>(AttributeKey<T> key, Place place, String says) {
  /** Which spans carry an attribute. */
  enum Place {
    /** The span of an operation. */
    OPERATION,
    /** The spans of its attempts. */
    ATTEMPT,
    /** All of them. */
    BOTH;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
