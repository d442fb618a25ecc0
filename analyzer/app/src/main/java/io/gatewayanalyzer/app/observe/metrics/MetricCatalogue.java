package io.gatewayanalyzer.app.observe.metrics;

import java.util.List;

/**
 * Every metric of ours, each described once: {@code docs/metrics.md} is rendered from it, and what
 * is scraped is held against it. Names are public; changing one is a breaking change.
 */
public final class MetricCatalogue {
  private MetricCatalogue() {}

  /**
   * Metrics about one thing.
   *
   * @param title what they are about
   * @param families the metrics
   */
  record Part(String title, List<Family> families) {}

  /** The parts of the documentation. */
  static List<Part> parts() {
    return List.of(calls(), money(), alerts(), unknown(), line(), kafka());
  }

  /** Every metric, in the order of the documentation. */
  public static List<Family> all() {
    return parts().stream().flatMap(part -> part.families().stream()).toList();
  }

  private static Part calls() {
    return new Part(
        "What became of calls",
        List.of(
            CallMetrics.ATTEMPTS,
            CallMetrics.OPERATIONS,
            CallMetrics.OPERATION_RETRIES,
            CallMetrics.OPERATION_DURATION,
            CallMetrics.WAIT_DEVIATION,
            CallMetrics.AMPLIFICATION,
            CallMetrics.BLIND_RETRIES,
            CallMetrics.STREAM_VERDICTS));
  }

  private static Part money() {
    return new Part(
        "Limits and money",
        List.of(
            CallMetrics.RATE_LIMITED,
            CallMetrics.INSUFFICIENT_CREDITS,
            CallMetrics.CREDIT_BALANCE,
            CallMetrics.CREDIT_RUNWAY,
            CallMetrics.COST,
            CallMetrics.TOKENS,
            CallMetrics.WASTED_COST,
            CallMetrics.WASTED_TOKENS));
  }

  private static Part alerts() {
    return new Part("Alerts", List.of(ProgramMetrics.ALERT_FIRING, ProgramMetrics.ALERTS_MUTED));
  }

  private static Part unknown() {
    return new Part(
        "What could not be explained",
        List.of(CallMetrics.UNKNOWN_PAYLOADS, CallMetrics.RULE_HITS));
  }

  private static Part line() {
    return new Part(
        "The line",
        List.of(
            ProgramMetrics.READY,
            ProgramMetrics.BUILD_INFO,
            ProgramMetrics.EVENT_LAG,
            ProgramMetrics.RECORDS,
            ProgramMetrics.UNJOINED,
            ProgramMetrics.DEAD_LETTERS,
            ProgramMetrics.SPANS,
            ProgramMetrics.LABELS_FOLDED,
            ProgramMetrics.STORE_ENTRIES,
            ProgramMetrics.STORE_BYTES));
  }

  private static Part kafka() {
    return new Part(
        "Kafka",
        List.of(
            ProgramMetrics.KAFKA_LAG,
            ProgramMetrics.KAFKA_CONSUMED,
            ProgramMetrics.KAFKA_PRODUCED,
            ProgramMetrics.KAFKA_REBALANCES,
            ProgramMetrics.STREAMS_STATE,
            ProgramMetrics.STREAMS_THREADS,
            ProgramMetrics.STREAMS_THREAD_RATIO,
            ProgramMetrics.STREAMS_DROPPED));
  }
}
