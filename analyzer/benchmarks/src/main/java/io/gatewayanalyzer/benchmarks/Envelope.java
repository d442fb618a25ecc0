package io.gatewayanalyzer.benchmarks;

import java.util.SplittableRandom;

/**
 * What a gateway logs around a response.
 *
 * @param sender who talked to whom
 * @param number decides what varies from record to record
 * @param random for ids and hashes
 * @param padding a header's value, for what the other headers lack in size; empty for no such
 *     header
 */
record Envelope(Sender sender, int number, SplittableRandom random, String padding) {
  /** The whole record, with the payload as a string in the named field of the response. */
  String record(int status, String field, String payload) {
    boolean keyed = number % 4 == 3;
    return "{\"request_id\":\""
        + RawRecords.REQUEST_ID
        + "\","
        + (keyed ? "" : "\"operation_id\":\"" + RawRecords.OPERATION_ID + "\",")
        + "\"timestamp\":\""
        + RawRecords.TIMESTAMP
        + "\",\"duration_ms\":"
        + (900 + number)
        + ",\"gateway\":\""
        + sender.gateway()
        + "\",\"api\":\""
        + sender.api()
        + "\",\"provider\":\""
        + sender.provider()
        + "\",\"model\":\""
        + sender.model()
        + "\",\"tenant\":\"tenant-"
        + number % 20
        + "\",\"api_key_id\":\"key_"
        + number % 50
        + "\",\"client\":\""
        + sender.client()
        + "\",\"environment\":\"prod\","
        + request(keyed)
        + response(status, field, payload)
        + end(status);
  }

  private String request(boolean keyed) {
    return "\"request\":{\"method\":\"POST\",\"path\":\""
        + sender.path()
        + "\",\"headers\":{"
        + (keyed ? "\"idempotency-key\":\"" + RawRecords.OPERATION_ID + "\"," : "")
        + "\"x-stainless-retry-count\":\"0\"},\"body_sha256\":\""
        + Prose.hex(random, 64)
        + "\"},";
  }

  private String response(int status, String field, String payload) {
    String type = field.equals("stream") ? "text/event-stream" : "application/json";
    return "\"response\":{\"status\":"
        + status
        + ",\"headers\":{\"content-type\":\""
        + type
        + "\","
        + (status == 429 ? "\"retry-after\":\"20\"," : "")
        + (padding.isEmpty() ? "" : "\"content-security-policy\":\"" + padding + "\",")
        + "\"x-request-id\":\""
        + Prose.hex(random, 24)
        + "\"},\""
        + field
        + "\":"
        + Prose.quote(payload)
        + ",\"ended\":\"complete\"},";
  }

  private String end(int status) {
    return "\"usage\":{\"input_tokens\":812,\"output_tokens\":"
        + (status == 200 ? 133 : 0)
        + ",\"cost_usd\":0.00213},\"traceparent\":\"00-"
        + Prose.hex(random, 32)
        + "-"
        + Prose.hex(random, 16)
        + "-01\"}";
  }
}
