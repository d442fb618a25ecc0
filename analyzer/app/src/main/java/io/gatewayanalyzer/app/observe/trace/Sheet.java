package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.core.event.Wire;
import java.util.ArrayList;
import java.util.List;

/** The attributes of one span while they are gathered; what is unknown is left out. */
final class Sheet {
  /** Names out of a log are cut to this, in chars. */
  private static final int LONGEST = 256;

  private static final int USUAL = 20;

  private final List<Said<?>> said = new ArrayList<>(USUAL);

  Sheet text(SpanAttribute<String> attribute, String value) {
    if (value != null) {
      said.add(new Said<>(attribute, cut(value)));
    }
    return this;
  }

  Sheet word(SpanAttribute<String> attribute, Wire word) {
    return text(attribute, word == null ? null : word.wire());
  }

  /** A number; a negative one is unknown. */
  Sheet number(SpanAttribute<Long> attribute, long value) {
    if (value >= 0) {
      said.add(new Said<>(attribute, value));
    }
    return this;
  }

  /** A number of which none is not worth a word. */
  Sheet some(SpanAttribute<Long> attribute, long value) {
    return number(attribute, value > 0 ? value : -1);
  }

  Sheet some(SpanAttribute<Double> attribute, double value) {
    if (value > 0) {
      said.add(new Said<>(attribute, value));
    }
    return this;
  }

  Sheet flag(SpanAttribute<Boolean> attribute, boolean value) {
    said.add(new Said<>(attribute, value));
    return this;
  }

  List<Said<?>> done() {
    return said;
  }

  static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean torn = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, torn ? LONGEST - 1 : LONGEST);
  }
}
