package io.gatewayanalyzer.app.serde;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads alerts back from our own topic, for reports, delivery and tests; unknown fields are
 * skipped.
 */
public final class AlertReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, TreeMap<String, String>> objects = new HashMap<>();
  private final Map<String, List<String>> evidence = new HashMap<>();

  private AlertReader() {}

  /**
   * Reads an alert.
   *
   * @throws IOException when the bytes are no alert
   */
  public static Alert alert(byte[] json) throws IOException {
    AlertReader reader = new AlertReader();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        reader.field(parser, name);
      }
      return reader.alert();
    } catch (RuntimeException e) {
      // The cause's message would quote the field.
      throw new IOException("a field has the wrong form (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void field(JsonParser parser, String name) throws IOException {
    JsonToken value = parser.nextToken();
    if (value.isScalarValue()) {
      fields.put(name, parser.getText());
    } else if (value == JsonToken.START_OBJECT) {
      object(parser, objects.computeIfAbsent(name, any -> new TreeMap<>()));
    } else {
      parser.skipChildren();
    }
  }

  /** Of texts, and in the evidence of lists of texts. */
  private void object(JsonParser parser, Map<String, String> texts) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (value.isScalarValue()) {
        texts.put(name, parser.getText());
      } else if (value == JsonToken.START_ARRAY) {
        evidence.put(name, list(parser));
      } else {
        parser.skipChildren();
      }
    }
  }

  private static List<String> list(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      texts.add(parser.getText());
    }
    return texts;
  }

  private Alert alert() {
    return new Alert(
        fields.get("alert_id"),
        Wire.parse(AlertStatus.class, fields.get("status")),
        Wire.parse(Severity.class, fields.get("severity")),
        objects.getOrDefault("labels", new TreeMap<>()),
        objects.getOrDefault("annotations", new TreeMap<>()),
        time("starts_at"),
        fields.containsKey("ends_at") ? time("ends_at") : -1,
        amount("value"),
        amount("threshold"),
        Spans.ms(fields.get("window")),
        new Alert.Evidence(texts("request_ids"), texts("trace_ids"), texts("messages")));
  }

  private long time(String name) {
    return Instant.parse(fields.get(name)).toEpochMilli();
  }

  private double amount(String name) {
    String text = fields.get(name);
    return text == null ? Double.NaN : Double.parseDouble(text);
  }

  private List<String> texts(String name) {
    return evidence.getOrDefault(name, List.of());
  }
}
