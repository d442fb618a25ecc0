package io.gatewayanalyzer.app.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases as a gateway would log them: all at once, and not quite in order. */
final class OperationSample {
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final Duration APART = Duration.ofSeconds(7);
  private static final int DISORDER_MS = 5_000;
  private static final long SEED = 1;

  /** A stream that ends in the middle of its answer, as text inside JSON. */
  private static final String CUT =
      "data: {\\\"object\\\":\\\"chat.completion.chunk\\\",\\\"choices\\\":"
          + "[{\\\"index\\\":0,\\\"delta\\\":{\\\"content\\\":\\\"The\\\"}}]}\\n\\n";

  private static final String ANSWER =
      "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":"
          + "{\"role\":\"assistant\",\"content\":\"Yes.\"},\"finish_reason\":\"stop\"}]}";

  /** Per category: status and body of an error. */
  private static final Map<String, Map.Entry<Integer, String>> ERRORS =
      Map.ofEntries(
          error("authentication", 401, "authentication_error", "Invalid API key."),
          error("conflict", 409, "", "The request is in conflict with another one."),
          error("content_filtered", 403, "content_filter_error", "Stopped by moderation."),
          error("context_length_exceeded", 400, "", "This model's maximum context length is 8192."),
          error("gateway_error", 507, "", "No room left."),
          error("insufficient_credits", 429, "insufficient_quota_error", "Add credit first."),
          error("invalid_request", 400, "invalid_request_error", "The field colour is unknown."),
          error("not_found", 404, "", "No such model."),
          error("provider_error", 502, "provider_error", "The provider failed."),
          error("provider_overloaded", 529, "overloaded_error", "Overloaded."),
          error("provider_unavailable", 503, "service_unavailable_error", "No provider is up."),
          error("rate_limited", 429, "rate_limit_error", "Too many requests."),
          error("timeout", 408, "timeout_error", "The provider took too long."));

  private OperationSample() {}

  /** The records, one a line; none is logged more than five seconds after a later one. */
  static String of(List<OperationCase> cases) {
    Random random = new Random(SEED);
    Map<Long, String> byArrival = new TreeMap<>();
    for (int i = 0; i < cases.size(); i++) {
      Instant start = START.plus(APART.multipliedBy(i));
      int number = 0;
      for (Map<String, String> attempt : cases.get(i).attempts()) {
        Instant at = start.plus(duration(attempt.get("at")));
        String record = record(cases.get(i), attempt, ++number, at);
        long arrival = at.toEpochMilli() + random.nextInt(DISORDER_MS);
        while (byArrival.putIfAbsent(arrival, record) != null) {
          arrival--;
        }
      }
    }
    return String.join("\n", byArrival.values()) + "\n";
  }

  private static String record(
      OperationCase one, Map<String, String> attempt, int number, Instant at) {
    String id = attempt.getOrDefault("id", "a" + number);
    String took = attempt.get("took");
    return object(
        text("request_id", one.name() + "/" + id),
        text("timestamp", at.toString()),
        took == null ? "" : field("duration_ms", duration(took).toMillis()),
        text("gateway", "anannas"),
        text("api", "chat_completions"),
        text("provider", attempt.get("provider")),
        text("model", attempt.get("model")),
        key(one.basis(), one.name() + "/" + attempt.getOrDefault("key", "op")),
        field("response", response(attempt)),
        field(
            "usage",
            object(
                field("input_tokens", attempt.get("tokens")),
                field("cost_usd", attempt.get("cost_usd")))));
  }

  private static String key(String basis, String key) {
    UUID hash = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    String hex = hash.toString().replace("-", "");
    return switch (basis) {
      case "operation_id" -> text("operation_id", key);
      case "idempotency_key" ->
          field("request", object(field("headers", object(text("idempotency-key", key)))));
      case "parent_id" -> text("parent_id", key);
      case "trace_id" -> text("traceparent", "00-" + hex + "-00f067aa0ba902b7-01");
      case "stitched" -> field("request", object(text("body_sha256", hex + hex)));
      default -> "";
    };
  }

  private static String response(Map<String, String> attempt) {
    String category = attempt.get("fails");
    String advised = attempt.get("advised");
    BigDecimal seconds =
        advised == null ? null : BigDecimal.valueOf(duration(advised).toMillis(), 3);
    String headers =
        object(
            text(
                "retry-after",
                seconds == null ? null : seconds.stripTrailingZeros().toPlainString()),
            text("x-should-retry", attempt.get("retryable")));
    if ("cancelled".equals(category) || "stream_interrupted".equals(category)) {
      String ended = category.equals("cancelled") ? "client_closed" : "upstream_closed";
      return object(field("status", 200), text("stream", CUT), text("ended", ended));
    }
    return object(
        field("status", category == null ? 200 : ERRORS.get(category).getKey()),
        field("headers", headers),
        field("body", category == null ? ANSWER : ERRORS.get(category).getValue()));
  }

  private static String object(String... fields) {
    String joined =
        Stream.of(fields).filter(field -> !field.isEmpty()).collect(Collectors.joining(","));
    return joined.isEmpty() ? "" : "{" + joined + "}";
  }

  private static String text(String name, String value) {
    return value == null ? "" : field(name, "\"" + value + "\"");
  }

  /** A field of an object; nothing when there is no value. */
  private static String field(String name, Object value) {
    return value == null || value.equals("") ? "" : "\"" + name + "\":" + value;
  }

  private static Map.Entry<String, Map.Entry<Integer, String>> error(
      String category, int status, String type, String message) {
    String error = object(text("message", message), type.isEmpty() ? "" : text("type", type));
    return Map.entry(category, Map.entry(status, object(field("error", error))));
  }

  /** As the scenarios write it: {@code 800ms}, {@code 21s}, {@code 1m30s}. */
  private static Duration duration(String text) {
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.replace("ms", "")))
        : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
