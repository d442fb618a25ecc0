package io.gatewayanalyzer.app.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.KeyBasis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Writes a call and its answer as one raw request record. */
final class LogWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final JsonFactory json = new JsonFactory();

  /**
   * The record.
   *
   * @param balanceUsd what the account has left; null when the log does not say
   */
  byte[] write(Call call, Answer answer, BigDecimal balanceUsd) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      head(out, call, answer);
      request(out, call);
      response(out, answer);
      usage(out, answer);
      credit(out, balanceUsd);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void head(JsonGenerator out, Call call, Answer answer) throws IOException {
    Call.Operation operation = call.operation();
    out.writeStringField("request_id", call.requestId());
    if (operation.gateway().joinedBy() == KeyBasis.OPERATION_ID) {
      out.writeStringField("operation_id", operation.id());
    }
    out.writeStringField("timestamp", TIME.format(Instant.ofEpochMilli(call.startMs())));
    out.writeNumberField("duration_ms", answer.durationMs());
    out.writeStringField("gateway", operation.gateway().name());
    out.writeStringField("api", call.api().wire());
    out.writeStringField("provider", call.provider());
    out.writeStringField("model", call.model());
    out.writeStringField("tenant", operation.caller().tenant());
    out.writeStringField("api_key_id", operation.caller().apiKeyId());
    out.writeStringField("client", operation.caller().client());
    out.writeStringField("environment", "demo");
    if (operation.gateway().joinedBy() == KeyBasis.TRACE_ID) {
      String span = call.requestId().substring(call.requestId().length() - 16);
      out.writeStringField("traceparent", "00-" + operation.id() + '-' + span + "-01");
    }
  }

  private void request(JsonGenerator out, Call call) throws IOException {
    out.writeObjectFieldStart("request");
    out.writeStringField("method", "POST");
    out.writeStringField("path", path(call.api()));
    out.writeObjectFieldStart("headers");
    if (call.operation().gateway().joinedBy() == KeyBasis.IDEMPOTENCY_KEY) {
      out.writeStringField("idempotency-key", call.operation().id());
    }
    out.writeStringField("x-stainless-retry-count", Integer.toString(call.number() - 1));
    out.writeEndObject();
    out.writeStringField("body_sha256", call.operation().bodySha256());
    out.writeEndObject();
  }

  private void response(JsonGenerator out, Answer answer) throws IOException {
    out.writeObjectFieldStart("response");
    out.writeNumberField("status", answer.status());
    out.writeObjectFieldStart("headers");
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      out.writeStringField(header.getKey(), header.getValue());
    }
    out.writeEndObject();
    if (answer.body() != null) {
      out.writeStringField("body", answer.body());
    }
    if (answer.stream() != null) {
      out.writeStringField("stream", answer.stream());
    }
    out.writeStringField("ended", answer.ended().wire());
    out.writeEndObject();
  }

  private void usage(JsonGenerator out, Answer answer) throws IOException {
    int inputTokens = answer.outputTokens() == 0 ? 0 : 12;
    out.writeObjectFieldStart("usage");
    out.writeNumberField("input_tokens", inputTokens);
    out.writeNumberField("output_tokens", answer.outputTokens());
    // A decimal, because how a double is printed depends on the JDK.
    out.writeFieldName("cost_usd");
    out.writeNumber(BigDecimal.valueOf(inputTokens + 8L * answer.outputTokens(), 6));
    out.writeEndObject();
  }

  private static void credit(JsonGenerator out, BigDecimal balanceUsd) throws IOException {
    if (balanceUsd != null) {
      out.writeObjectFieldStart("credit");
      out.writeFieldName("balance_usd");
      out.writeNumber(balanceUsd);
      out.writeEndObject();
    }
  }

  private static String path(Api api) {
    return switch (api) {
      case RESPONSES -> "/v1/responses";
      case MESSAGES -> "/v1/messages";
      default -> "/v1/chat/completions";
    };
  }
}
