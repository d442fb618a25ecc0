package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.app.observe.trace.SpanAttribute.Place;
import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every name that our spans carry, and nowhere else. Those of {@code gen_ai}, {@code http} and
 * {@code error} are the semantic conventions 1.41; what those have no name for is ours, under
 * {@code llmgw}. An attribute whose value the log does not say is left out.
 */
final class SpanTable {
  /** The conventions these names come from. */
  static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.41.0";

  /** The event on an attempt that failed. */
  static final String FAILURE_EVENT = "gen_ai.client.operation.exception";

  private static final List<SpanAttribute<?>> ALL = new ArrayList<>();

  static final SpanAttribute<String> OPERATION_NAME =
      text("gen_ai.operation.name", Place.BOTH, "`chat` or `embeddings`");
  static final SpanAttribute<String> PROVIDER_NAME =
      text(
          "gen_ai.provider.name",
          Place.BOTH,
          "who served the model, in OpenTelemetry's spelling where it has one; of an operation, who"
              + " answered, else who was asked last");
  static final SpanAttribute<String> REQUEST_MODEL =
      text("gen_ai.request.model", Place.BOTH, "which model was asked for; of an operation, first");
  static final SpanAttribute<String> RESPONSE_MODEL =
      text("gen_ai.response.model", Place.BOTH, "which model answered");
  static final SpanAttribute<Boolean> REQUEST_STREAM =
      flag("gen_ai.request.stream", Place.ATTEMPT, "`true` when the answer was a stream");
  static final SpanAttribute<Long> INPUT_TOKENS =
      number(
          "gen_ai.usage.input_tokens",
          Place.BOTH,
          "tokens in; of an operation, those of the attempt that answered");
  static final SpanAttribute<Long> OUTPUT_TOKENS =
      number("gen_ai.usage.output_tokens", Place.BOTH, "tokens out, likewise");
  static final SpanAttribute<String> ERROR_TYPE =
      text(
          "error.type",
          Place.BOTH,
          "only on what failed: the category, or `_OTHER` when nobody knows it; of an operation, the"
              + " last attempt's");
  static final SpanAttribute<Long> HTTP_STATUS =
      number("http.response.status_code", Place.ATTEMPT, "the HTTP status");
  static final SpanAttribute<Long> RESEND_COUNT =
      number("http.request.resend_count", Place.ATTEMPT, "from the second attempt on: 1, 2, …");
  static final SpanAttribute<String> EXCEPTION_TYPE =
      text("exception.type", Place.ATTEMPT, "on the event alone: as `error.type`");

  static final SpanAttribute<String> OPERATION_ID =
      text("llmgw.operation_id", Place.BOTH, "the operation, as in the operations topic");
  static final SpanAttribute<String> OUTCOME =
      text(
          "llmgw.outcome",
          Place.OPERATION,
          "what the attempts achieved: `recovered`, `exhausted`, …");
  static final SpanAttribute<String> GATEWAY =
      text("llmgw.gateway", Place.BOTH, "the gateway whose log it is");
  static final SpanAttribute<String> KEY_BASIS =
      text(
          "llmgw.attempt_key_basis", Place.OPERATION, "which fact made its attempts one operation");
  static final SpanAttribute<Long> ATTEMPTS =
      number(
          "llmgw.attempts",
          Place.OPERATION,
          "how many attempts there were; more than 64 are not all drawn");
  static final SpanAttribute<Long> FALLBACKS =
      number("llmgw.fallbacks", Place.OPERATION, "attempts at another provider or model");
  static final SpanAttribute<Long> BLIND_RETRIES =
      number("llmgw.blind_retries", Place.OPERATION, "attempts that could not help");
  static final SpanAttribute<Long> WASTED_TOKENS =
      number("llmgw.wasted_tokens", Place.OPERATION, "tokens of the attempts that brought nothing");
  static final SpanAttribute<Double> WASTED_COST =
      amount(
          "llmgw.wasted_cost_usd", Place.OPERATION, "price of the attempts that brought nothing");
  static final SpanAttribute<String> REQUEST_ID =
      text("llmgw.request_id", Place.ATTEMPT, "the attempt, as in the attempts and errors topics");
  static final SpanAttribute<String> CATEGORY =
      text("llmgw.category", Place.BOTH, "what failed: the category as in the topics");
  static final SpanAttribute<String> FAULT_DOMAIN =
      text("llmgw.fault_domain", Place.BOTH, "who has to act: `caller`, `account`, `provider`, …");
  static final SpanAttribute<String> PHASE =
      text("llmgw.phase", Place.ATTEMPT, "how far it had come: `mid_stream`, …");
  static final SpanAttribute<String> STREAM_VERDICT =
      text("llmgw.stream_verdict", Place.ATTEMPT, "how the stream ended: `failed_in_band`, …");
  static final SpanAttribute<Boolean> RETRYABLE =
      flag("llmgw.retryable", Place.ATTEMPT, "of a failure: whether sending it again may help");
  static final SpanAttribute<Long> ADVISED_WAIT =
      number("llmgw.advised_wait_ms", Place.ATTEMPT, "of a failure: how long it asked to wait");
  static final SpanAttribute<Long> WAITED =
      number("llmgw.waited_ms", Place.ATTEMPT, "the pause since the attempt before failed");
  static final SpanAttribute<String> WAIT_VERDICT =
      text("llmgw.wait_verdict", Place.ATTEMPT, "how that pause compares to what was advised");
  static final SpanAttribute<Double> COST =
      amount("llmgw.cost_usd", Place.ATTEMPT, "price, US dollars");

  private SpanTable() {}

  /** All of them, in the order of the documentation. */
  static List<SpanAttribute<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  private static SpanAttribute<String> text(String name, Place place, String says) {
    return listed(AttributeKey.stringKey(name), place, says);
  }

  private static SpanAttribute<Long> number(String name, Place place, String says) {
    return listed(AttributeKey.longKey(name), place, says);
  }

  private static SpanAttribute<Double> amount(String name, Place place, String says) {
    return listed(AttributeKey.doubleKey(name), place, says);
  }

  private static SpanAttribute<Boolean> flag(String name, Place place, String says) {
    return listed(AttributeKey.booleanKey(name), place, says);
  }

  private static <T> SpanAttribute<T> listed(AttributeKey<T> key, Place place, String says) {
    SpanAttribute<T> attribute = new SpanAttribute<>(key, place, says);
    ALL.add(attribute);
    return attribute;
  }
}
