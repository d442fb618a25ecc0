package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.event.WaitVerdict;
import io.gatewayanalyzer.core.event.Wire;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;

/** What is counted of one gateway, from its first record on, so that nothing begins with a jump. */
final class GatewayCounts {
  /** No attempt costs more; what claims so would spoil the sum for ever. */
  private static final double MOST_USD = 1_000_000;

  private static final long MOST_TOKENS = 1_000_000_000;
  private static final double MS = 1_000.0;

  private final Counter.Child inputTokens;
  private final Counter.Child outputTokens;
  private final Counter.Child cost;
  private final Counter.Child wastedTokens;
  private final Counter.Child wastedCost;
  private final Counter.Child blindRetries;
  private final Counter.Child unrecognized;
  private final Counter.Child undecodable;
  private final Amplification amplification = new Amplification();
  private final PerWord<Outcome, Histogram.Child> retries;
  private final PerWord<Outcome, Histogram.Child> durations;
  private final PerWord<WaitVerdict, Histogram.Child> waitDeviations;
  private final String gateway;

  GatewayCounts(LineFamilies families, Label label) {
    gateway = label.text();
    retries = of(Outcome.values(), families.operationRetries);
    durations = of(Outcome.values(), families.operationDuration);
    waitDeviations = of(WaitVerdict.values(), families.waitDeviation);
    inputTokens = families.tokens.labels(gateway, "input");
    outputTokens = families.tokens.labels(gateway, "output");
    cost = families.cost.labels(gateway);
    wastedTokens = families.wastedTokens.labels(gateway);
    wastedCost = families.wastedCost.labels(gateway);
    blindRetries = families.blindRetries.labels(gateway);
    unrecognized = families.unknownPayloads.labels(gateway, "unrecognized_error");
    undecodable = families.unknownPayloads.labels(gateway, "undecodable_record");
  }

  private <W extends Enum<W> & Wire> PerWord<W, Histogram.Child> of(W[] words, Histogram family) {
    return new PerWord<>(words, word -> family.labels(gateway, word.wire()));
  }

  String gateway() {
    return gateway;
  }

  Amplification amplification() {
    return amplification;
  }

  void used(Attempt attempt) {
    add(inputTokens, attempt.inputTokens());
    add(outputTokens, attempt.outputTokens());
    add(cost, attempt.costUsd());
  }

  void unrecognized() {
    unrecognized.inc();
  }

  void undecodable() {
    undecodable.inc();
  }

  void closed(Operation operation, long nowMs) {
    retries.of(operation.outcome()).observe(operation.retries());
    durations.of(operation.outcome()).observe(Math.max(0, operation.durationMs()) / MS);
    for (Wait wait : operation.waits()) {
      long deviationMs = wait.actualMs() - Math.max(0, wait.advisedMs());
      waitDeviations.of(wait.verdict()).observe(deviationMs / MS);
    }
    add(wastedTokens, operation.wastedTokens());
    add(wastedCost, operation.wastedCostUsd());
    blindRetries.inc(operation.blindRetries());
    amplification.add(operation.attempts(), nowMs);
  }

  private static void add(Counter.Child counter, long tokens) {
    if (tokens > 0 && tokens <= MOST_TOKENS) {
      counter.inc((double) tokens);
    }
  }

  /** Neither NaN nor less than nothing passes. */
  private static void add(Counter.Child counter, double usd) {
    if (usd > 0 && usd <= MOST_USD) {
      counter.inc(usd);
    }
  }
}
