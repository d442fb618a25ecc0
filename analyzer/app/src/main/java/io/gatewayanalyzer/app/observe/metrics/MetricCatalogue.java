package io.gatewayanalyzer.app.observe.metrics;

import static io.gatewayanalyzer.app.observe.metrics.Family.counter;
import static io.gatewayanalyzer.app.observe.metrics.Family.gauge;
import static io.gatewayanalyzer.app.observe.metrics.Family.histogram;

import java.util.List;

/**
 * Every metric of ours, described once: {@code docs/metrics.md} is rendered from it, and what is
 * scraped is held against it. Names are public; changing one is a breaking change.
 */
public final class MetricCatalogue {
  /** The attempts. */
  static final Family ATTEMPTS =
      counter(
              "llmgw_attempts_total",
              "Attempts, each a try at one provider, healthy or not.",
              "Failure ratios and rates by what failed and who has to act. A healthy attempt has"
                  + " empty `category`, `fault_domain` and `phase`; `phase` tells failures that"
                  + " HTTP 200 hides (`in_body`, `mid_stream`, `truncated`).")
          .by("gateway", "api", "provider", "model", "category", "fault_domain", "phase");

  /** The operations. */
  static final Family OPERATIONS =
      counter(
              "llmgw_operations_total",
              "Operations that are over: what a caller wanted once, with all its attempts.",
              "The success that callers saw. `provider`, `model` and `fault_domain` are the last"
                  + " attempt's; `fault_domain` is empty when it succeeded.")
          .by("gateway", "api", "provider", "model", "outcome", "fault_domain");

  /** Retries of an operation. */
  static final Family OPERATION_RETRIES =
      histogram(
              "llmgw_operation_retries",
              "Attempts beyond the first of an operation, when it is over.",
              "How hard callers try. The sum over the count is the retries an operation takes.")
          .by("gateway", "outcome")
          .upTo(0.0, 1.0, 2.0, 3.0, 5.0, 10.0);

  /** Duration of an operation. */
  static final Family OPERATION_DURATION =
      histogram(
              "llmgw_operation_duration_seconds",
              "From the start of the first attempt to the end of the last one.",
              "What retries cost in time: compare `recovered` with `first_try`.")
          .by("gateway", "outcome")
          .in("seconds")
          .upTo(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0);

  /** How callers kept to advised waits. */
  static final Family WAIT_DEVIATION =
      histogram(
              "llmgw_retry_wait_deviation_seconds",
              "How much longer than advised a caller waited before a retry; without advice, how"
                  + " long it waited.",
              "Negative is too early. With verdict `no_hint` nobody advised a wait and the value is"
                  + " the whole wait.")
          .by("gateway", "verdict")
          .in("seconds")
          .upTo(-60.0, -10.0, -1.0, 0.0, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0);

  /** Attempts per operation. */
  static final Family AMPLIFICATION =
      gauge(
              "llmgw_retry_amplification_ratio",
              "Attempts per operation, of the operations that were closed in the last five"
                  + " minutes.",
              "1 is nobody retries. Absent while no operation is closed. Averages of it are wrong:"
                  + " use the sums of `llmgw_operation_retries` for longer times.")
          .by("gateway")
          .in("ratio");

  /** Pointless retries. */
  static final Family BLIND_RETRIES =
      counter(
              "llmgw_blind_retries_total",
              "Attempts that repeated what a failure had just called pointless.",
              "Each is wasted load and often wasted money: the client does not read errors.")
          .by("gateway");

  /** Rate limits. */
  static final Family RATE_LIMITED =
      counter(
              "llmgw_rate_limited_total",
              "Attempts that were refused as too fast.",
              "`limit_source` says whose limit it was: with `gateway` ask for more there, with"
                  + " `provider` move traffic.")
          .by("gateway", "provider", "model", "limit_source", "limit_dimension");

  /** Out of credit. */
  static final Family INSUFFICIENT_CREDITS =
      counter(
              "llmgw_insufficient_credits_total",
              "Attempts that failed because balance, budget or quota is used up.",
              "`http_status` shows which gateways hide it behind 403 or 429. `unknown` when the log"
                  + " has none.")
          .by("gateway", "credit_scope", "http_status");

  /** What is left. */
  static final Family CREDIT_BALANCE =
      gauge(
              "llmgw_credit_balance_usd",
              "What the poorest account of a gateway has left, as alerting knows it, US dollars.",
              "Absent when no log says it. Of the accounts that were heard of in the last hour.")
          .by("gateway")
          .in("usd");

  /** How long it lasts. */
  static final Family CREDIT_RUNWAY =
      gauge(
              "llmgw_credit_runway_seconds",
              "How long the credit of a gateway's account lasts that is used up first.",
              "Absent while it is too early to say. At the higher rate of the last hour and the last"
                  + " day; a year at most.")
          .by("gateway")
          .in("seconds");

  /** What was paid. */
  static final Family COST =
      counter(
              "llmgw_cost_usd_total",
              "What attempts cost, US dollars, as far as the logs say.",
              "Spending per gateway; `llmgw_wasted_cost_usd_total` is the part that brought nothing.")
          .by("gateway")
          .in("usd");

  /** What was used. */
  static final Family TOKENS =
      counter(
              "llmgw_tokens_total",
              "Tokens of attempts, as far as the logs say.",
              "`direction` is `input` or `output`.")
          .by("gateway", "direction")
          .in("tokens");

  /** Money for nothing. */
  static final Family WASTED_COST =
      counter(
              "llmgw_wasted_cost_usd_total",
              "What attempts cost that brought nothing, US dollars.",
              "Counted when the operation is over.")
          .by("gateway")
          .in("usd");

  /** Tokens for nothing. */
  static final Family WASTED_TOKENS =
      counter(
              "llmgw_wasted_tokens_total",
              "Tokens of attempts that brought nothing.",
              "Counted when the operation is over.")
          .by("gateway")
          .in("tokens");

  /** Ends of streams. */
  static final Family STREAM_VERDICTS =
      counter(
              "llmgw_stream_verdicts_total",
              "Streamed responses by how they ended, whatever their HTTP status.",
              "Everything but `completed`, `incomplete` and `client_closed` is a failure that status"
                  + " codes do not show.")
          .by("gateway", "provider", "verdict");

  /** What nobody can explain. */
  static final Family UNKNOWN_PAYLOADS =
      counter(
              "llmgw_unknown_payloads_total",
              "Records nobody could read, and errors nobody has a rule for.",
              "They are in the unknown topic, byte for byte: write a rule. Records that cannot be"
                  + " read have gateway `unknown`.")
          .by("gateway", "reason");

  /** Rules that fired. */
  static final Family RULE_HITS =
      counter(
              "llmgw_rule_hits_total",
              "Failed attempts by the rule that judged them.",
              "Which rules matter, and what a new rule changed.")
          .by("rule");

  /** How late verdicts are. */
  static final Family EVENT_LAG =
      histogram(
              "llmgw_event_lag_seconds",
              "From the end of an attempt to its verdict being readable.",
              "The delay of everything right of it, alerts too: logging, Kafka and the line.")
          .in("seconds")
          .upTo(
              0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1_800.0,
              3_600.0, 21_600.0, 86_400.0);

  /** Records read. */
  static final Family RECORDS =
      counter(
              "llmgw_records_total",
              "Records read, by the node of the line that reads them.",
              "Whether the line moves, and where it stops.")
          .by("stage");

  /** What found no place. */
  static final Family UNJOINED =
      counter(
              "llmgw_unjoined_total",
              "Attempts that became part of no operation, and streams without their request.",
              "`late`: the operation was closed; `repeated`: delivered twice; `alone`: a stream whose"
                  + " request record never came.")
          .by("reason");

  /** Our own failures. */
  static final Family DEAD_LETTERS =
      counter(
          "llmgw_dead_letters_total",
          "Raw records that our own code failed on; they are in the dead letter topic.",
          "More than none is a bug of ours.");

  /** Alerts that fire. */
  static final Family ALERT_FIRING =
      gauge(
              "llmgw_alert_firing",
              "Alerts of the line that fire now, those that another one explains left out.",
              "0 when none fires. Who it is about is in the alerts topic.")
          .by("alertname", "severity");

  /** Alerts kept back. */
  static final Family ALERTS_MUTED =
      counter(
              "llmgw_alerts_muted_total",
              "Alerts that began and were not said, because another one explains them.",
              "How much noise the line keeps back.")
          .by("alertname");

  /** Names without a place. */
  static final Family LABELS_FOLDED =
      counter(
              "llmgw_labels_folded_total",
              "Names that were counted as `other`.",
              "Names of which there are too many (`metrics.max-*`), and models that no attempt has"
                  + " shown to exist. When it grows for a model of yours, name it in"
                  + " `metrics.models`.")
          .by("label");

  /** Operations as traces. */
  static final Family SPANS =
      counter(
              "llmgw_spans_total",
              "Spans by what became of them.",
              "`dropped`: the queue was full; `failed`: the receiver refused or was away. Both mean"
                  + " holes in traces, never in the line.")
          .by("result");

  /** Whether it works. */
  static final Family READY =
      gauge(
          "llmgw_ready",
          "Whether the streams run: 1 or 0, as `/readyz` says.",
          "0 for minutes: look at `llmgw_streams_state`.");

  /** What runs. */
  static final Family BUILD_INFO =
      gauge(
              "llmgw_build_info",
              "Always 1; which program runs with which rules.",
              "Join it to see what a deployment changed.")
          .by("version", "catalog_version");

  /** Records behind. */
  static final Family KAFKA_LAG =
      gauge(
              "llmgw_kafka_lag_records",
              "Records of an input partition that this instance has not read yet.",
              "Sum by topic. Grows while the line is slower than its input.")
          .by("topic", "partition")
          .in("records");

  /** Kafka in. */
  static final Family KAFKA_CONSUMED =
      counter(
              "llmgw_kafka_consumed_records_total",
              "Records this instance has read from a topic.",
              "Against the produced ones: what goes in and what comes out.")
          .by("topic")
          .in("records");

  /** Kafka out. */
  static final Family KAFKA_PRODUCED =
      counter(
              "llmgw_kafka_produced_records_total",
              "Records this instance has sent to a topic, those of aborted transactions too.",
              "Against the consumed ones.")
          .by("topic")
          .in("records");

  /** Who does what is discussed. */
  static final Family KAFKA_REBALANCES =
      counter(
          "llmgw_kafka_rebalances_total",
          "Times that work was dealt out anew among instances.",
          "Without deployments it should not grow: a member is too slow or its network is.");

  /** The state of the streams. */
  static final Family STREAMS_STATE =
      gauge(
              "llmgw_streams_state",
              "1 for the state that Kafka Streams is in, 0 for all others.",
              "`running` is good, `rebalancing` passes, `error` does not.")
          .by("state");

  /** Threads that live. */
  static final Family STREAMS_THREADS =
      gauge(
          "llmgw_streams_threads",
          "Stream threads that are alive.",
          "Fewer than configured: one died and the process should end.");

  /** What threads do. */
  static final Family STREAMS_THREAD_RATIO =
      gauge(
              "llmgw_streams_thread_ratio",
              "Share of time the stream threads spend polling, processing, in timers and"
                  + " committing.",
              "`poll` near 1 is idle; `process` near 1 is the limit of this instance.")
          .by("activity")
          .in("ratio");

  /** What Kafka Streams left out. */
  static final Family STREAMS_DROPPED =
      counter(
          "llmgw_streams_dropped_records_total",
          "Records that Kafka Streams itself left out.",
          "Should stay 0.");

  /** Keys in state. */
  static final Family STORE_ENTRIES =
      gauge(
              "llmgw_state_store_entries",
              "Entries of a state store: open operations, open streams, scopes of alerts.",
              "Grows with open operations; without end means that something never closes.")
          .by("store");

  /** Bytes of state. */
  static final Family STORE_BYTES =
      gauge(
              "llmgw_state_store_bytes",
              "Size of a state store's keys and values; in RocksDB, of its files.",
              "What a restart has to read again, and what the heap holds.")
          .by("store")
          .in("bytes");

  private MetricCatalogue() {}

  /** Every metric, in the order of the documentation. */
  public static List<Family> all() {
    return List.of(
        ATTEMPTS,
        OPERATIONS,
        OPERATION_RETRIES,
        OPERATION_DURATION,
        WAIT_DEVIATION,
        AMPLIFICATION,
        BLIND_RETRIES,
        RATE_LIMITED,
        INSUFFICIENT_CREDITS,
        CREDIT_BALANCE,
        CREDIT_RUNWAY,
        COST,
        TOKENS,
        WASTED_COST,
        WASTED_TOKENS,
        STREAM_VERDICTS,
        UNKNOWN_PAYLOADS,
        RULE_HITS,
        EVENT_LAG,
        RECORDS,
        UNJOINED,
        DEAD_LETTERS,
        ALERT_FIRING,
        ALERTS_MUTED,
        LABELS_FOLDED,
        SPANS,
        READY,
        BUILD_INFO,
        KAFKA_LAG,
        KAFKA_CONSUMED,
        KAFKA_PRODUCED,
        KAFKA_REBALANCES,
        STREAMS_STATE,
        STREAMS_THREADS,
        STREAMS_THREAD_RATIO,
        STREAMS_DROPPED,
        STORE_ENTRIES,
        STORE_BYTES);
  }
}
