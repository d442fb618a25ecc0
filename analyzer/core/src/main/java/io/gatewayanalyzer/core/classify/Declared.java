package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.payload.ErrorFacts;

/** What the sender itself says about trying again; it beats every rule. */
final class Declared {
  private Declared() {}

  /**
   * Whether the sender wants a retry: the payload's word, the outer one first, else the header's.
   *
   * @return null when it does not say
   */
  static Boolean retryable(Subject subject) {
    for (int i = 0; i < subject.layerCount(); i++) {
      Boolean declared = subject.layer(i).facts().declaredRetryable();
      if (declared != null) {
        return declared;
      }
    }
    return null;
  }

  /**
   * How long the sender asks to wait: the payload's fields, else the headers, else its prose.
   *
   * @return milliseconds; -1 when it does not say
   */
  static long waitMs(Subject subject) {
    for (int i = 0; i < subject.layerCount(); i++) {
      ErrorFacts facts = subject.layer(i).facts();
      if (facts.advisedWaitMs() >= 0) {
        return facts.advisedWaitMs();
      }
    }
    return -1;
  }
}
