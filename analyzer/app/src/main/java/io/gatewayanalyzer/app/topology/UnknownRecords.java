package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.serde.Text;
import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.RawRef;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Builds the records of the unknown topic: the raw value byte for byte and the raw headers, then
 * headers of ours. A reader takes the last header of a name, for a raw one may have the same name.
 */
final class UnknownRecords {
  static final String REASON = "reason";
  static final String FINGERPRINT = "fingerprint";
  static final String RAW_REF = "raw_ref";
  static final String REQUEST_ID = "request_id";
  static final String CONTENT_TYPE = "content_type";
  static final String CATALOG_VERSION = "catalog_version";
  static final String UNDECODABLE = "undecodable";

  static final String UNDECODABLE_RECORD = "undecodable_record";
  static final String UNRECOGNIZED_ERROR = "unrecognized_error";

  private final int maxBytes;
  private final String catalogVersion;

  UnknownRecords(int maxBytes, String catalogVersion) {
    this.maxBytes = maxBytes;
    this.catalogVersion = catalogVersion;
  }

  /** A record that is no raw request; its fingerprint is that of the reason. */
  Record<byte[], Object> undecodable(
      Record<byte[], byte[]> raw, RawRef ref, Undecodable undecodable) {
    RawCopy copy = RawCopy.of(raw.headers(), raw.value(), maxBytes);
    String fingerprint = ReasonFingerprint.of(undecodable.reason());
    Headers headers = copy.headers();
    add(headers, REASON, UNDECODABLE_RECORD);
    add(headers, FINGERPRINT, fingerprint);
    add(headers, RAW_REF, ref == null ? null : ref.toString());
    add(headers, CONTENT_TYPE, text(raw.headers().lastHeader("content-type")));
    add(headers, CATALOG_VERSION, catalogVersion);
    add(headers, UNDECODABLE, undecodable.reason());
    return new Record<>(bytes(fingerprint), copy.value(), raw.timestamp(), headers);
  }

  /** A request whose error nothing but its status explains. */
  Record<byte[], byte[]> unrecognized(Record<byte[], Arrived> raw, Attempt attempt) {
    Arrived arrived = raw.value();
    RawCopy copy = RawCopy.of(raw.headers(), arrived.value(), maxBytes);
    String fingerprint = attempt.verdict().fingerprint();
    Headers headers = copy.headers();
    add(headers, REASON, UNRECOGNIZED_ERROR);
    add(headers, FINGERPRINT, fingerprint);
    add(headers, RAW_REF, arrived.ref() == null ? null : arrived.ref().toString());
    add(headers, REQUEST_ID, Text.name(attempt.requestId()));
    String contentType = arrived.request().responseHeaders().get("content-type");
    add(headers, CONTENT_TYPE, Text.name(contentType));
    add(headers, CATALOG_VERSION, attempt.catalogVersion());
    return new Record<>(bytes(fingerprint), copy.value(), raw.timestamp(), headers);
  }

  private static void add(Headers headers, String name, String value) {
    if (value != null) {
      headers.add(name, bytes(value));
    }
  }

  private static String text(Header header) {
    return header == null || header.value() == null
        ? null
        : Text.name(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
