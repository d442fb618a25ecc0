package io.gatewayanalyzer.core.simulation;

import java.util.List;

/**
 * A program of a tenant and how it treats failures.
 *
 * @param tenant whose traffic it is
 * @param apiKeyId id of its key
 * @param client name and version
 * @param maxRetries how often it tries again
 * @param blind whether it tries again whatever it is told, and at once
 * @param weight how much of the traffic is its, relative to the others
 */
record Caller(
    String tenant, String apiKeyId, String client, int maxRetries, boolean blind, int weight) {
  static final List<Caller> ALL =
      List.of(
          new Caller("acme", "key_11", "openai-python/2.8.0", 2, false, 4),
          new Caller("acme", "key_12", "openai-node/6.9.1", 2, false, 2),
          new Caller("globex", "key_21", "anthropic-sdk-python/0.74.0", 2, false, 5),
          new Caller("hooli", "key_51", "openai-python/2.8.0", 2, false, 4),
          new Caller("initech", "key_31", "langchain/1.1.0", 4, false, 4),
          new Caller("umbrella", "key_41", "nightly-batch/0.3", 4, true, 1));

  boolean retries(Failure failure, int attemptsSoFar) {
    return attemptsSoFar <= maxRetries && (blind || failure.retryable());
  }

  long waitMs(Failure failure, int attemptsSoFar, Chance chance) {
    if (blind) {
      return chance.between(20, 150);
    }
    long backOffMs = (500L << Math.min(attemptsSoFar, 4)) + chance.between(0, 250);
    return Math.max(backOffMs, failure.advisedWaitMs());
  }
}
