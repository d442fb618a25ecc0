package io.gatewayanalyzer.connect.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Keys a raw record by the request id inside its JSON value, so that all chunks of one stream meet
 * in one partition, in order. Takes values that are bytes or strings. A record in which no id is
 * found (another type, a tombstone, broken JSON, no such field, a field that is no string) passes
 * with the key it has: what it is gets decided further down, where nothing is lost. Of a field that
 * stands twice the first one counts. The value is never changed.
 *
 * @param <R> the kind of record, of a source or of a sink
 */
public final class SetRequestKey<R extends ConnectRecord<R>> implements Transformation<R> {
  private static final JsonFactory JSON = new JsonFactory();

  private SetRequestKeyConfig config = SetRequestKeyConfig.of(Map.of());

  @Override
  public void configure(Map<String, ?> properties) {
    config = SetRequestKeyConfig.of(properties);
  }

  @Override
  public ConfigDef config() {
    return SetRequestKeyConfig.DEFINITION;
  }

  @Override
  public R apply(R record) {
    String id = requestId(record.value());
    return id == null ? record : withKey(record, id);
  }

  @Override
  public void close() {
    // holds nothing
  }

  private R withKey(R record, String id) {
    return record.newRecord(
        record.topic(),
        record.kafkaPartition(),
        Schema.STRING_SCHEMA,
        id,
        record.valueSchema(),
        record.value(),
        record.timestamp());
  }

  private String requestId(Object value) {
    try (JsonParser json = parser(value)) {
      return json == null ? null : topLevelString(json);
    } catch (IOException notJson) {
      return null;
    }
  }

  /** A parser that sees no more of the value than it may; null for values of other types. */
  private JsonParser parser(Object value) throws IOException {
    if (value instanceof byte[] bytes) {
      return JSON.createParser(bytes, 0, Math.min(bytes.length, config.maxBytes()));
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] start = new byte[Math.min(buffer.remaining(), config.maxBytes())];
      buffer.duplicate().get(start);
      return JSON.createParser(start);
    }
    if (value instanceof String text) {
      return JSON.createParser(text.substring(0, Math.min(text.length(), config.maxBytes())));
    }
    return null;
  }

  private String topLevelString(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean ours = config.field().equals(json.currentName());
      JsonToken value = json.nextToken();
      if (ours) {
        return value == JsonToken.VALUE_STRING ? json.getText() : null;
      }
      json.skipChildren();
    }
    return null;
  }
}
