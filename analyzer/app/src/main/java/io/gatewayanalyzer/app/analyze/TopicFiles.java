package io.gatewayanalyzer.app.analyze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Writes each output topic as one NDJSON file of a directory. */
public final class TopicFiles implements ResultSink, AutoCloseable {
  private final JsonFactory json = new JsonFactory();
  private final OutputStream attempts;
  private final OutputStream errors;
  private final OutputStream operations;
  private final OutputStream alerts;
  private final OutputStream unknown;

  /** Creates the directory where it is missing, and the files anew. */
  public TopicFiles(Path directory) throws IOException {
    Files.createDirectories(directory);
    attempts = create(directory.resolve("attempts.ndjson"));
    errors = create(directory.resolve("errors.ndjson"));
    operations = create(directory.resolve("operations.ndjson"));
    alerts = create(directory.resolve("alerts.ndjson"));
    unknown = create(directory.resolve("unknown.ndjson"));
  }

  @Override
  public void attempt(ConsumerRecord<byte[], byte[]> attempt) {
    line(attempts, attempt.value());
  }

  @Override
  public void error(ConsumerRecord<byte[], byte[]> error) {
    line(errors, error.value());
  }

  @Override
  public void operation(ConsumerRecord<byte[], byte[]> operation) {
    line(operations, operation.value());
  }

  @Override
  public void alert(ConsumerRecord<byte[], byte[]> alert) {
    line(alerts, alert.value());
  }

  @Override
  public void unknown(ConsumerRecord<byte[], byte[]> record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("key", text(record.key()));
      out.writeObjectFieldStart("headers");
      for (Header header : record.headers()) {
        out.writeStringField(header.key(), text(header.value()));
      }
      out.writeEndObject();
      if (record.value() == null) {
        out.writeNullField("payload_base64");
      } else {
        out.writeBinaryField("payload_base64", record.value());
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    line(unknown, bytes.toByteArray());
  }

  /**
   * Notes a line that is too long to be carried; its bytes stay where they are.
   *
   * @param place where they are, {@code file:line}
   */
  public void tooLong(String place) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNullField("key");
      out.writeObjectFieldStart("headers");
      out.writeStringField("reason", "undecodable_record");
      out.writeStringField("source", place);
      out.writeEndObject();
      out.writeNullField("payload_base64");
      out.writeEndObject();
    }
    line(unknown, bytes.toByteArray());
  }

  @Override
  public void close() throws IOException {
    attempts.close();
    errors.close();
    operations.close();
    alerts.close();
    unknown.close();
  }

  private static OutputStream create(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static void line(OutputStream file, byte[] line) {
    try {
      file.write(line);
      file.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
