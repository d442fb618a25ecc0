package io.gatewayanalyzer.app.deliver;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a gateway logs. */
final class RawLog {
  private RawLog() {}

  /** The provider's account is empty, and the status says that we are too fast. */
  static byte[] noCreditAs429(Instant time, String tenant) {
    return record(
        time,
        tenant,
        "{\"status\":429,\"body\":{\"error\":{\"type\":\"insufficient_quota\",\"code\":"
            + "\"insufficient_quota\",\"message\":\"You exceeded your current quota\"}}}");
  }

  static byte[] healthy(Instant time, String tenant) {
    return record(
        time,
        tenant,
        "{\"status\":200,\"body\":{\"id\":\"c-1\",\"object\":\"chat.completion\",\"choices\":"
            + "[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
            + "\"content\":\"Yes.\"}}]}}");
  }

  private static byte[] record(Instant time, String tenant, String response) {
    return ("{\"request_id\":\"req-%s-%d\",\"timestamp\":\"%s\",\"gateway\":\"edge\",\"provider\":"
            + "\"openai\",\"api\":\"chat_completions\",\"tenant\":\"%s\",\"response\":%s}")
        .formatted(tenant, time.toEpochMilli(), time, tenant, response)
        .getBytes(StandardCharsets.UTF_8);
  }
}
