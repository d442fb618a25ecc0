package io.gatewayanalyzer.app.serde;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.ErrorDetail;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.judge.Judged;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads attempts and errors back from our own topics, for reports and audits; unknown fields are
 * skipped. Not for the hot path.
 */
public final class RecordReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> fields;

  private RecordReader(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * Reads an attempt.
   *
   * @throws IOException when the bytes are no flat JSON object
   */
  public static Attempt attempt(byte[] json) throws IOException {
    return new RecordReader(scalars(json)).attempt();
  }

  /**
   * Reads an error: the attempt and what the sender said.
   *
   * @throws IOException when the bytes are no flat JSON object
   */
  public static Judged error(byte[] json) throws IOException {
    RecordReader reader = new RecordReader(scalars(json));
    return new Judged(reader.attempt(), reader.detail());
  }

  private static Map<String, String> scalars(byte[] json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken().isScalarValue()) {
          fields.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
    return fields;
  }

  private Attempt attempt() throws IOException {
    try {
      return new Attempt(
          fields.get("request_id"),
          fields.get("operation_id"),
          word(KeyBasis.class, "attempt_key_basis"),
          time("event_time"),
          time("ingest_time"),
          number("duration_ms", -1),
          origin(),
          (int) number("http_status", 0),
          Boolean.parseBoolean(fields.get("streamed")),
          word(StreamVerdict.class, "stream_verdict"),
          ChunkLoss.of(
              number("stream_missing_chunks", 0),
              number("stream_repeated_chunks", 0),
              number("stream_cut_frames", 0)),
          verdict(),
          Attempt.beginning(fields.get("message")),
          fields.get("catalog_version"),
          number("input_tokens", -1),
          number("output_tokens", -1),
          amount("cost_usd"),
          amount("credit_balance_usd"),
          fields.get("trace_id"),
          fields.get("parent_span_id"),
          RawRef.parse(fields.get("raw_ref")));
    } catch (RuntimeException e) {
      // The cause's message would quote the field.
      throw new IOException("a field has the wrong form (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Origin origin() {
    return new Origin(
        fields.get("gateway"),
        word(Api.class, "api"),
        fields.get("provider"),
        fields.get("model"),
        fields.get("served_model"),
        fields.get("tenant"),
        fields.get("api_key_id"),
        fields.get("client"),
        fields.get("environment"));
  }

  private Verdict verdict() {
    ErrorCategory category = word(ErrorCategory.class, "category");
    if (category == null) {
      return null;
    }
    return new Verdict(
        category,
        word(FaultDomain.class, "fault_domain"),
        word(Phase.class, "phase"),
        Boolean.parseBoolean(fields.get("retryable")),
        word(RetryAdvice.class, "retry_advice"),
        number("advised_wait_ms", -1),
        word(LimitSource.class, "limit_source"),
        word(LimitDimension.class, "limit_dimension"),
        word(CreditScope.class, "credit_scope"),
        fields.get("rule"),
        word(Basis.class, "basis"),
        !"false".equals(fields.get("recognized")),
        fields.get("fingerprint"));
  }

  private ErrorDetail detail() {
    return new ErrorDetail(
        fields.get("error_type"),
        fields.get("error_code"),
        fields.get("error_param"),
        fields.get("message"),
        fields.get("provider_error"),
        fields.get("metadata"),
        (int) number("frames_before_error", -1),
        number("time_to_error_ms", -1));
  }

  private <E extends Enum<E> & Wire> E word(Class<E> type, String name) {
    return Wire.parse(type, fields.get(name));
  }

  private long number(String name, long absent) {
    String text = fields.get(name);
    return text == null ? absent : Long.parseLong(text);
  }

  private double amount(String name) {
    String text = fields.get(name);
    return text == null ? Double.NaN : Double.parseDouble(text);
  }

  private long time(String name) {
    String text = fields.get(name);
    return text == null ? 0 : Instant.parse(text).toEpochMilli();
  }
}
