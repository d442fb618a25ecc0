package io.gatewayanalyzer.app.serde;

import io.gatewayanalyzer.core.event.Wire;
import java.nio.charset.StandardCharsets;

/** Closed words in the form they are written, made once. */
final class Words {
  static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private Words() {}

  /** The quoted words of a vocabulary by ordinal. */
  static <E extends Enum<E> & Wire> byte[][] of(Class<E> type) {
    E[] constants = type.getEnumConstants();
    byte[][] words = new byte[constants.length][];
    for (E constant : constants) {
      words[constant.ordinal()] = ('"' + constant.wire() + '"').getBytes(StandardCharsets.US_ASCII);
    }
    return words;
  }

  /** One of them; null for null. */
  static byte[] word(byte[][] words, Enum<?> constant) {
    return constant == null ? null : words[constant.ordinal()];
  }
}
