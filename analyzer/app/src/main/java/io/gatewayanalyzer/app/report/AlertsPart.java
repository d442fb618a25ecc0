package io.gatewayanalyzer.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.event.Alert;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/** Writes what a report says of alerts into its JSON object. */
final class AlertsPart {
  private AlertsPart() {}

  /**
   * Writes the fields.
   *
   * @param latestMs when the last attempt began; what ended later ended because nothing followed
   */
  static void write(JsonGenerator out, AlertTally alerts, long latestMs) throws IOException {
    out.writeArrayFieldStart("alerts");
    for (Episode episode : alerts.episodes()) {
      out.writeStartObject();
      begin(out, episode.alert());
      if (episode.endsAtMs() >= 0) {
        out.writeStringField("ends_at", Times.wire(episode.endsAtMs()));
      }
      out.writeBooleanField("open_at_end", episode.openAt(latestMs));
      end(out, episode.alert());
    }
    out.writeEndArray();
    out.writeArrayFieldStart("muted");
    for (AlertEvent.Muted muted : alerts.muted()) {
      out.writeStartObject();
      begin(out, muted.alert());
      out.writeStringField("by_alert_id", muted.byAlertId());
      end(out, muted.alert());
    }
    out.writeEndArray();
    out.writeNumberField("late_counts", alerts.late());
    out.writeArrayFieldStart("nearest");
    for (NearMiss miss : alerts.nearest()) {
      near(out, miss);
    }
    out.writeEndArray();
  }

  private static void begin(JsonGenerator out, Alert alert) throws IOException {
    out.writeStringField("alert_id", alert.alertId());
    out.writeStringField("alertname", alert.name());
    out.writeStringField("severity", alert.severity().wire());
    labels(out, alert.labels());
    out.writeStringField("starts_at", Times.wire(alert.startsAtMs()));
  }

  private static void end(JsonGenerator out, Alert alert) throws IOException {
    out.writeStringField("summary", alert.annotations().get("summary"));
    number(out, "value", alert.value());
    number(out, "threshold", alert.threshold());
    out.writeEndObject();
  }

  private static void near(JsonGenerator out, NearMiss miss) throws IOException {
    out.writeStartObject();
    out.writeStringField("alertname", miss.alertname());
    labels(out, miss.labels());
    out.writeStringField("at", Times.wire(miss.timeMs()));
    number(out, "closeness", Math.floor(100 * miss.closeness()) / 100);
    out.writeStringField("figures", miss.reading());
    out.writeEndObject();
  }

  private static void labels(JsonGenerator out, SortedMap<String, String> labels)
      throws IOException {
    out.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : labels.entrySet()) {
      out.writeStringField(label.getKey(), label.getValue());
    }
    out.writeEndObject();
  }

  /** Whole numbers without a point; what is no number is left out. */
  private static void number(JsonGenerator out, String name, double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.writeNumberField(name, (long) value);
    } else if (Double.isFinite(value)) {
      out.writeNumberField(name, value);
    }
  }
}
