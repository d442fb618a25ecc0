package io.gatewayanalyzer.app.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * The record that our own code failed on, as Kafka Streams' dead letters look, but without the
 * exception's message: it may quote the record, and headers travel further than values.
 */
final class DeadLetter {
  private static final String PREFIX = "__streams.errors.";
  private static final int DEEPEST = 10;

  private DeadLetter() {}

  static ProducerRecord<byte[], byte[]> of(
      String topic, ErrorHandlerContext at, Exception exception, int maxBytes) {
    RawCopy copy = RawCopy.of(at.headers(), at.sourceRawValue(), maxBytes);
    Headers headers = copy.headers();
    add(headers, "exception", exception.getClass().getName());
    add(headers, "stacktrace", stackTrace(exception));
    add(headers, "topic", at.topic());
    add(headers, "partition", Integer.toString(at.partition()));
    add(headers, "offset", Long.toString(at.offset()));
    long timestamp = Math.max(0, at.timestamp());
    return new ProducerRecord<>(topic, null, timestamp, at.sourceRawKey(), copy.value(), headers);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String stackTrace(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable next = thrown;
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      text.append(depth == 0 ? "" : "caused by ").append(next.getClass().getName()).append('\n');
      for (StackTraceElement frame : next.getStackTrace()) {
        text.append("  at ").append(frame).append('\n');
      }
      next = next.getCause();
    }
    return text.toString();
  }
}
