package io.gatewayanalyzer.app.observe.metrics;

import static io.gatewayanalyzer.app.observe.metrics.Family.counter;
import static io.gatewayanalyzer.app.observe.metrics.Family.gauge;
import static io.gatewayanalyzer.app.observe.metrics.Family.histogram;

/** Metrics about the program itself: its alerts, its line, its Kafka clients. */
final class ProgramMetrics {
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
              "0 when none fires. Who it is about is in the alerts topic. Of a gateway with more than"
                  + " 512 at once some are not known after a restart.")
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
              "Names that were counted as `other`, and accounts whose credit is not shown.",
              "Names of which there are too many (`metrics.max-*`), and models that no attempt has"
                  + " shown to exist. When it grows for a model of yours, name it in"
                  + " `metrics.models`. `account`: said of an account beyond the first 10000.")
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

  private ProgramMetrics() {}
}
