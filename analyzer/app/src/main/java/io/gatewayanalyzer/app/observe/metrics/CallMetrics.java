package io.gatewayanalyzer.app.observe.metrics;

import static io.gatewayanalyzer.app.observe.metrics.Family.counter;
import static io.gatewayanalyzer.app.observe.metrics.Family.gauge;
import static io.gatewayanalyzer.app.observe.metrics.Family.histogram;

/** Metrics about what became of calls, and what they cost. */
final class CallMetrics {
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

  /** Ends of streams. */
  static final Family STREAM_VERDICTS =
      counter(
              "llmgw_stream_verdicts_total",
              "Streamed responses by how they ended, whatever their HTTP status.",
              "Everything but `completed`, `incomplete` and `client_closed` is a failure that status"
                  + " codes do not show.")
          .by("gateway", "provider", "verdict");

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

  private CallMetrics() {}
}
