package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.payload.ErrorFacts;
import java.util.Locale;

/**
 * One error of a chain in the form rules are checked against: the outer payload is layer 0, the
 * provider's error that a gateway wrapped is layer 1, and so on.
 */
final class Layer {
  private ErrorFacts facts;
  private int index;
  private int status;
  private String code;
  private String type;
  private String param;
  private String limitSource;
  private String limitType;

  /**
   * Takes one error of the chain.
   *
   * @param exchangeStatus the effective status of the exchange
   */
  void set(ErrorFacts facts, int index, int exchangeStatus) {
    this.facts = facts;
    this.index = index;
    status = index > 0 && facts.declaredStatus() > 0 ? facts.declaredStatus() : exchangeStatus;
    code = lower(facts.code());
    type = lower(facts.type());
    param = lower(facts.param());
    limitSource = lower(facts.limitSource());
    limitType = lower(facts.limitType());
  }

  ErrorFacts facts() {
    return facts;
  }

  int index() {
    return index;
  }

  boolean wrapped() {
    return index > 0;
  }

  /** The status that holds for this layer: a wrapped error's own, else the one of the exchange. */
  int status() {
    return status;
  }

  /** Whether the layer brings a status that no outer layer has. */
  boolean ownStatus() {
    return index == 0 || facts.declaredStatus() > 0;
  }

  /** The payload's word, in lower case, that a part of a condition asks about; null when absent. */
  String word(Ask ask) {
    switch (ask) {
      case CODE:
        return code;
      case TYPE:
        return type;
      case PARAM:
        return param;
      case LIMIT_SOURCE:
        return limitSource;
      case LIMIT_TYPE:
        return limitType;
      default:
        return null;
    }
  }

  static String lower(String word) {
    return word == null ? null : word.toLowerCase(Locale.ROOT);
  }
}
