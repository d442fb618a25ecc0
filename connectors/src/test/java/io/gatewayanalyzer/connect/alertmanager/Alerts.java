package io.gatewayanalyzer.connect.alertmanager;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Alerts for tests. */
public final class Alerts {
  /** The topic they are in. */
  public static final String TOPIC = "llmgw.alerts.v1";

  static final long BEGAN = Instant.parse("2026-11-01T12:00:00Z").toEpochMilli();

  private Alerts() {}

  static AlertRecord firing(String id) {
    return alert(id, true, BEGAN, -1);
  }

  static AlertRecord resolved(String id, Duration after) {
    return alert(id, false, BEGAN, BEGAN + after.toMillis());
  }

  static AlertRecord alert(String id, boolean firing, long startsAtMs, long endsAtMs) {
    return new AlertRecord(
        id,
        firing,
        new TreeMap<>(Map.of("alertname", "CreditExhausted", "severity", "page", "tenant", id)),
        new TreeMap<>(Map.of("summary", "the account of " + id + " is empty")),
        startsAtMs,
        endsAtMs);
  }

  static Origin at(long offset) {
    return new Origin(TOPIC, 0, offset);
  }

  /** A record of the topic about an alert that began long ago. */
  public static byte[] json(String id, String status) {
    String ends = status.equals("resolved") ? ",\"ends_at\":\"2026-11-01T12:09:00.000Z\"" : "";
    String json =
        "{\"alert_id\":\"%s\",\"alertname\":\"CreditExhausted\",\"status\":\"%s\",\"severity\":"
            + "\"page\",\"labels\":{\"alertname\":\"CreditExhausted\",\"severity\":\"page\","
            + "\"tenant\":\"%s\"},\"annotations\":{\"summary\":\"empty\"},"
            + "\"starts_at\":\"2026-11-01T12:00:00.000Z\"%s,\"value\":1,\"threshold\":1,"
            + "\"window\":\"10s\",\"evidence\":{\"request_ids\":[\"req-1\",\"req-2\"],"
            + "\"trace_ids\":[],\"messages\":[\"no credit\",\"top up\"]}}";
    return json.formatted(id, status, id, ends).getBytes(StandardCharsets.UTF_8);
  }
}
