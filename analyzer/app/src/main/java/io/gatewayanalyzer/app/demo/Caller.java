package io.gatewayanalyzer.app.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A client program of a tenant and how it treats failures.
 *
 * @param tenant whose traffic it is
 * @param apiKeyId id of the key it uses, never the key
 * @param client program name and version
 * @param maxRetries how often it tries again
 * @param blind whether it retries whatever happened and does not wait as told
 */
record Caller(String tenant, String apiKeyId, String client, int maxRetries, boolean blind) {
  /** Everybody who calls in the simulation. */
  static final List<Caller> ALL =
      List.of(
          new Caller("acme", "key_11", "openai-python/2.8.0", 2, false),
          new Caller("acme", "key_12", "openai-node/6.9.1", 2, false),
          new Caller("globex", "key_21", "anthropic-sdk-python/0.74.0", 2, false),
          new Caller("initech", "key_31", "langchain/1.1.0", 4, false),
          new Caller("umbrella", "key_41", "nightly-batch/0.3", 4, true));

  /** Everybody, some more often than others, in the order of {@link #ALL}. */
  static List<Caller> weighted(List<Integer> weights) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < ALL.size(); i++) {
      callers.addAll(Collections.nCopies(weights.get(i), ALL.get(i)));
    }
    return List.copyOf(callers);
  }

  /** Whether it sends the same request again after this answer. */
  boolean retries(Answer answer, int attemptsSoFar) {
    return attemptsSoFar <= maxRetries && answer.failed() && (blind || answer.worthRetrying());
  }

  /** How long it waits before it does, milliseconds. */
  long waitMs(Answer answer, int attemptsSoFar, Dice dice) {
    if (blind) {
      return dice.between(20, 120);
    }
    long backOff = (500L << Math.min(attemptsSoFar, 4)) + dice.between(0, 250);
    return Math.max(backOff, answer.retryAfterSeconds() * 1000L);
  }
}
