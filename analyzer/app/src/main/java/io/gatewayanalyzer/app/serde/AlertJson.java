package io.gatewayanalyzer.app.serde;

import static io.gatewayanalyzer.app.serde.JsonWriter.name;
import static io.gatewayanalyzer.app.serde.Words.word;

import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;

/**
 * Alerts as the alerts topic holds them: one JSON object, what is unknown left out. Text is written
 * as it is given, so it must be redacted before. Reuses its buffer; not thread safe.
 */
public final class AlertJson {
  private static final byte[] ALERT_ID = name("alert_id");
  private static final byte[] ALERTNAME = name("alertname");
  private static final byte[] STATUS = name("status");
  private static final byte[] SEVERITY = name("severity");
  private static final byte[] LABELS = name("labels");
  private static final byte[] ANNOTATIONS = name("annotations");
  private static final byte[] STARTS_AT = name("starts_at");
  private static final byte[] ENDS_AT = name("ends_at");
  private static final byte[] VALUE = name("value");
  private static final byte[] THRESHOLD = name("threshold");
  private static final byte[] WINDOW = name("window");
  private static final byte[] EVIDENCE = name("evidence");
  private static final byte[] REQUEST_IDS = name("request_ids");
  private static final byte[] TRACE_IDS = name("trace_ids");
  private static final byte[] MESSAGES = name("messages");

  private static final byte[][] STATUSES = Words.of(AlertStatus.class);
  private static final byte[][] SEVERITIES = Words.of(Severity.class);

  private final JsonWriter json = new JsonWriter();

  /** Writes one alert. */
  public byte[] write(Alert alert) {
    json.begin();
    json.text(ALERT_ID, alert.alertId(), Text.NAME);
    json.text(ALERTNAME, alert.name(), Text.NAME);
    json.word(STATUS, word(STATUSES, alert.status()));
    json.word(SEVERITY, word(SEVERITIES, alert.severity()));
    json.texts(LABELS, alert.labels(), Text.NAME);
    json.texts(ANNOTATIONS, alert.annotations(), Text.PROSE);
    json.time(STARTS_AT, alert.startsAtMs());
    if (alert.endsAtMs() >= 0) {
      json.time(ENDS_AT, alert.endsAtMs());
    }
    json.amount(VALUE, alert.value());
    json.amount(THRESHOLD, alert.threshold());
    json.text(WINDOW, Spans.text(alert.windowMs()), Text.NAME);
    evidence(alert.evidence());
    return json.end();
  }

  private void evidence(Alert.Evidence evidence) {
    json.beginObject(EVIDENCE);
    json.texts(REQUEST_IDS, evidence.requestIds(), Text.NAME);
    json.texts(TRACE_IDS, evidence.traceIds(), Text.NAME);
    json.texts(MESSAGES, evidence.messages(), Text.PROSE);
    json.endObject();
  }
}
