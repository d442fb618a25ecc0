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
    attempts = in(registry, MetricCatalogue.ATTEMPTS.counter());
    operations = in(registry, MetricCatalogue.OPERATIONS.counter());
    operationRetries = in(registry, MetricCatalogue.OPERATION_RETRIES.histogram());
    operationDuration = in(registry, MetricCatalogue.OPERATION_DURATION.histogram());
    waitDeviation = in(registry, MetricCatalogue.WAIT_DEVIATION.histogram());
    blindRetries = in(registry, MetricCatalogue.BLIND_RETRIES.counter());
    rateLimited = in(registry, MetricCatalogue.RATE_LIMITED.counter());
    insufficientCredits = in(registry, MetricCatalogue.INSUFFICIENT_CREDITS.counter());
    cost = in(registry, MetricCatalogue.COST.counter());
    tokens = in(registry, MetricCatalogue.TOKENS.counter());
    wastedCost = in(registry, MetricCatalogue.WASTED_COST.counter());
    wastedTokens = in(registry, MetricCatalogue.WASTED_TOKENS.counter());
    streamVerdicts = in(registry, MetricCatalogue.STREAM_VERDICTS.counter());
    unknownPayloads = in(registry, MetricCatalogue.UNKNOWN_PAYLOADS.counter());
    ruleHits = in(registry, MetricCatalogue.RULE_HITS.counter());
    eventLag = in(registry, MetricCatalogue.EVENT_LAG.histogram());
    records = in(registry, MetricCatalogue.RECORDS.counter());
    deadLetters = in(registry, MetricCatalogue.DEAD_LETTERS.counter());
    alertsMuted = in(registry, MetricCatalogue.ALERTS_MUTED.counter());
    labelsFolded = in(registry, MetricCatalogue.LABELS_FOLDED.counter());
  }

  private static <C extends Collector> C in(CollectorRegistry registry, C metric) {
    return metric.register(registry);
  }
}
