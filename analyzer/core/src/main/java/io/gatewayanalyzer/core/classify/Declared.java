package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.payload.ErrorFacts;

/** What the sender itself says about trying again; it beats every rule. */
final class Declared {
  private Declared() {}

  /**
   * Whether the sender wants a retry: the payload's word, the outer one first, else the header's.
   * The payload goes first because gateways forward a provider's headers but write their own body.
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
    return RetryHints.shouldRetry(subject.evidence().headers());
  }

  /**
   * How long the sender asks to wait: the payload's fields, else the headers, else its prose, else,
   * for a rate limit, the reset times of the limits.
   *
   * @return milliseconds; -1 when it does not say
   */
  static long waitMs(Subject subject, ErrorCategory category) {
    for (int i = 0; i < subject.layerCount(); i++) {
      ErrorFacts facts = subject.layer(i).facts();
      if (facts.advisedWaitMs() >= 0) {
        return facts.advisedWaitMs();
      }
    }
    Evidence evidence = subject.evidence();
    long wait = RetryHints.fromHeaders(evidence.headers(), evidence.eventTimeMs());
    for (int i = 0; wait < 0 && i < subject.layerCount(); i++) {
      String message = subject.layer(i).facts().message();
      wait = RetryHints.fromProse(message, evidence.eventTimeMs());
    }
    return wait < 0 && category == ErrorCategory.RATE_LIMITED
        ? RetryHints.fromResetHeaders(evidence.headers(), evidence.eventTimeMs())
        : wait;
  }
}
