package io.gatewayanalyzer.connect.alertmanager;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the JSON of the alerts topic; unknown fields are skipped. Figures and evidence become
 * annotations, for Alertmanager has no other place for them.
 */
public final class AlertReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> FIGURES = List.of("value", "threshold");

  private final Map<String, String> fields = new HashMap<>();
  private final SortedMap<String, String> labels = new TreeMap<>();
  private final SortedMap<String, String> annotations = new TreeMap<>();
  private final Map<String, List<String>> evidence = new HashMap<>();

  private AlertReader() {}

  /**
   * Reads one alert.
   *
   * @throws BadAlertException when the bytes are no alert
   */
  public static AlertRecord read(byte[] json) throws BadAlertException {
    AlertReader reader = new AlertReader();
    try (JsonParser parser = JSON.createParser(json)) {
      reader.object(parser);
    } catch (IOException e) {
      // Its message would quote the record.
      throw new BadAlertException("not JSON");
    }
    return reader.alert();
  }

  private void object(JsonParser json) throws IOException, BadAlertException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new BadAlertException("not a JSON object");
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      switch (name) {
        case "labels" -> texts(json, name, labels);
        case "annotations" -> texts(json, name, annotations);
        case "evidence" -> lists(json);
        default -> {
          if (value.isScalarValue()) {
            put(fields, name, json);
          } else {
            json.skipChildren();
          }
        }
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new BadAlertException("not a whole JSON object");
    }
  }

  private static void texts(JsonParser json, String field, Map<String, String> into)
      throws IOException, BadAlertException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new BadAlertException(field + " is no object");
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (!json.nextToken().isScalarValue()) {
        throw new BadAlertException(field + " holds more than texts");
      }
      put(into, name, json);
    }
  }

  private static void put(Map<String, String> into, String name, JsonParser json)
      throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      into.put(name, json.getText());
    }
  }

  private void lists(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        continue;
      }
      List<String> texts = evidence.computeIfAbsent(name, key -> new ArrayList<>());
      for (JsonToken token = json.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          texts.add(json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private AlertRecord alert() throws BadAlertException {
    String alertId = fields.get("alert_id");
    if (alertId == null || alertId.isEmpty()) {
      throw new BadAlertException("no alert_id");
    }
    for (String label : List.of("alertname", "severity")) {
      if (fields.containsKey(label)) {
        labels.putIfAbsent(label, fields.get(label));
      }
    }
    if (labels.getOrDefault("alertname", "").isEmpty()) {
      throw new BadAlertException("no alertname");
    }
    boolean firing = firing();
    long startsAtMs = time("starts_at");
    long endsAtMs = firing ? -1 : time("ends_at");
    explain();
    return new AlertRecord(alertId, firing, labels, annotations, startsAtMs, endsAtMs);
  }

  private boolean firing() throws BadAlertException {
    return switch (fields.getOrDefault("status", "")) {
      case "firing" -> true;
      case "resolved" -> false;
      default -> throw new BadAlertException("status is neither firing nor resolved");
    };
  }

  private long time(String field) throws BadAlertException {
    try {
      return Instant.parse(fields.getOrDefault(field, "")).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadAlertException(field + " is no time");
    }
  }

  private void explain() {
    for (String figure : FIGURES) {
      if (fields.containsKey(figure)) {
        annotations.putIfAbsent(figure, fields.get(figure));
      }
    }
    evidence.forEach(
        (name, texts) -> {
          if (!texts.isEmpty()) {
            annotations.putIfAbsent(
                name, String.join(name.equals("messages") ? "\n" : ", ", texts));
          }
        });
  }
}
