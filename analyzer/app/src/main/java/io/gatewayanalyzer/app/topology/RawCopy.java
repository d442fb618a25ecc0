package io.gatewayanalyzer.app.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A raw record's headers and value, byte for byte, ready to be sent on with headers of ours.
 *
 * <p>What is larger than we may send is not sent, so that one record can neither be lost nor stop
 * the line: the value stays in the raw topic alone, and the header {@code omitted_bytes} says how
 * much that is. Only a record beyond {@code decode.max-bytes} gets there.
 *
 * @param headers a copy that may be added to
 * @param value the value; null when it was null, empty when it was omitted
 */
record RawCopy(Headers headers, byte[] value) {
  static final String OMITTED = "omitted_bytes";

  private static final byte[] NOTHING = new byte[0];

  static RawCopy of(Headers raw, byte[] value, int maxBytes) {
    long headerBytes = 0;
    for (Header header : raw) {
      // At most three bytes a char, and two lengths.
      headerBytes += 3L * header.key().length() + 10;
      headerBytes += header.value() == null ? 0 : header.value().length;
    }
    int valueBytes = value == null ? 0 : value.length;
    if (headerBytes + valueBytes <= Sizes.sendBytes(maxBytes)) {
      return new RawCopy(new RecordHeaders(raw), value);
    }
    Headers few = new RecordHeaders();
    String omitted = Long.toString(headerBytes + valueBytes);
    few.add(OMITTED, omitted.getBytes(StandardCharsets.UTF_8));
    return new RawCopy(few, NOTHING);
  }
}
