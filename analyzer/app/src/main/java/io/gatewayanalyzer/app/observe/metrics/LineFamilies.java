package io.gatewayanalyzer.app.observe.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;

/** The library's metrics that the line's records are counted with. */
final class LineFamilies {
  final Counter attempts;
  final Counter operations;
  final Histogram operationRetries;
  final Histogram operationDuration;
  final Histogram waitDeviation;
  final Counter blindRetries;
  final Counter rateLimited;
  final Counter insufficientCredits;
  final Counter cost;
  final Counter tokens;
  final Counter wastedCost;
  final Counter wastedTokens;
  final Counter streamVerdicts;
  final Counter unknownPayloads;
  final Counter ruleHits;
  final Histogram eventLag;
  final Counter records;
  final Counter deadLetters;
  final Counter alertsMuted;
  final Counter labelsFolded;

  /** All of them, in a registry. */
  LineFamilies(CollectorRegistry registry) {
    attempts = in(registry, CallMetrics.ATTEMPTS.counter());
    operations = in(registry, CallMetrics.OPERATIONS.counter());
    operationRetries = in(registry, CallMetrics.OPERATION_RETRIES.histogram());
    operationDuration = in(registry, CallMetrics.OPERATION_DURATION.histogram());
    waitDeviation = in(registry, CallMetrics.WAIT_DEVIATION.histogram());
    blindRetries = in(registry, CallMetrics.BLIND_RETRIES.counter());
    rateLimited = in(registry, CallMetrics.RATE_LIMITED.counter());
    insufficientCredits = in(registry, CallMetrics.INSUFFICIENT_CREDITS.counter());
    cost = in(registry, CallMetrics.COST.counter());
    tokens = in(registry, CallMetrics.TOKENS.counter());
    wastedCost = in(registry, CallMetrics.WASTED_COST.counter());
    wastedTokens = in(registry, CallMetrics.WASTED_TOKENS.counter());
    streamVerdicts = in(registry, CallMetrics.STREAM_VERDICTS.counter());
    unknownPayloads = in(registry, CallMetrics.UNKNOWN_PAYLOADS.counter());
    ruleHits = in(registry, CallMetrics.RULE_HITS.counter());
    eventLag = in(registry, ProgramMetrics.EVENT_LAG.histogram());
    records = in(registry, ProgramMetrics.RECORDS.counter());
    deadLetters = in(registry, ProgramMetrics.DEAD_LETTERS.counter());
    alertsMuted = in(registry, ProgramMetrics.ALERTS_MUTED.counter());
    labelsFolded = in(registry, ProgramMetrics.LABELS_FOLDED.counter());
  }

  private static <C extends Collector> C in(CollectorRegistry registry, C metric) {
    return metric.register(registry);
  }
}
