package io.gatewayanalyzer.app.serde;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.event.WaitVerdict;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads operations back from our own topic, for reports and tests; unknown fields are skipped. Not
 * for the hot path.
 */
public final class OperationReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final List<Wait> waits = new ArrayList<>();

  private OperationReader() {}

  /**
   * Reads an operation.
   *
   * @throws IOException when the bytes are no operation
   */
  public static Operation operation(byte[] json) throws IOException {
    OperationReader reader = new OperationReader();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        reader.field(parser, name);
      }
      return reader.operation();
    } catch (RuntimeException e) {
      // The cause's message would quote the field.
      throw new IOException("a field has the wrong form (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void field(JsonParser parser, String name) throws IOException {
    JsonToken value = parser.nextToken();
    if (value.isScalarValue()) {
      fields.put(name, parser.getText());
    } else if (value == JsonToken.START_ARRAY && name.equals("waits")) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        waits.add(pause(parser));
      }
    } else if (value == JsonToken.START_ARRAY) {
      List<String> texts = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        texts.add(parser.getText());
      }
      lists.put(name, texts);
    } else {
      parser.skipChildren();
    }
  }

  private static Wait pause(JsonParser parser) throws IOException {
    Map<String, String> fields = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      fields.put(name, parser.getText());
    }
    return new Wait(
        Integer.parseInt(fields.get("attempt")),
        Long.parseLong(fields.getOrDefault("advised_ms", "-1")),
        Long.parseLong(fields.getOrDefault("actual_ms", "-1")),
        Wire.parse(WaitVerdict.class, fields.get("verdict")));
  }

  private Operation operation() {
    return new Operation(
        fields.get("operation_id"),
        Wire.parse(KeyBasis.class, fields.get("attempt_key_basis")),
        Instant.parse(fields.get("started")).toEpochMilli(),
        Instant.parse(fields.get("ended")).toEpochMilli(),
        Wire.parse(Outcome.class, fields.get("outcome")),
        Integer.parseInt(fields.get("attempts")),
        Integer.parseInt(fields.get("fallbacks")),
        Integer.parseInt(fields.get("blind_retries")),
        Wire.parse(ErrorCategory.class, fields.get("final_category")),
        texts("categories").stream().map(word -> Wire.parse(ErrorCategory.class, word)).toList(),
        texts("providers"),
        texts("models"),
        fields.get("tenant"),
        fields.get("api_key_id"),
        fields.get("client"),
        fields.get("gateway"),
        Wire.parse(Api.class, fields.get("api")),
        waits,
        Long.parseLong(fields.get("wasted_tokens")),
        Double.parseDouble(fields.get("wasted_cost_usd")),
        fields.get("trace_id"),
        texts("request_ids"));
  }

  private List<String> texts(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
