package io.gatewayanalyzer.connect.alertmanager;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The body of {@code POST /api/v2/alerts}. */
final class PostingJson {
  private static final JsonFactory JSON = new JsonFactory();

  private PostingJson() {}

  static byte[] of(List<Posting> postings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartArray();
      for (Posting posting : postings) {
        write(json, posting);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array of bytes does not fail
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Posting posting) throws IOException {
    json.writeStartObject();
    texts(json, "labels", posting.alert().labels());
    texts(json, "annotations", posting.alert().annotations());
    json.writeStringField("startsAt", time(posting.alert().startsAtMs()));
    json.writeStringField("endsAt", time(posting.endsAtMs()));
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, Map<String, String> texts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      json.writeStringField(text.getKey(), text.getValue());
    }
    json.writeEndObject();
  }

  private static String time(long epochMs) {
    return Instant.ofEpochMilli(epochMs).toString();
  }
}
