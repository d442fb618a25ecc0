package io.gatewayanalyzer.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads the few fields of an attempt record that counting needs. One object is filled again and
 * again; not thread safe.
 */
public final class AttemptScan {
  private final JsonFactory json = new JsonFactory();
  private String gateway;
  private String eventTime;
  private String ingestTime;
  private ErrorCategory category;
  private Phase phase;
  private int httpStatus;
  private boolean streamed;
  private RawRef rawRef;
  private long missingChunks;
  private long repeatedChunks;
  private long cutFrames;

  /**
   * Reads one record of the attempts topic.
   *
   * @throws UncheckedIOException when it is not one, which only a bug of ours can cause
   */
  public AttemptScan read(byte[] attempt) {
    gateway = null;
    eventTime = null;
    ingestTime = null;
    category = null;
    phase = null;
    httpStatus = 0;
    streamed = false;
    rawRef = null;
    missingChunks = 0;
    repeatedChunks = 0;
    cutFrames = 0;
    try (JsonParser parser = json.createParser(attempt)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        field(parser);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an attempt record is not JSON", e);
    }
    return this;
  }

  private void field(JsonParser parser) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    switch (name) {
      case "gateway" -> gateway = parser.getValueAsString();
      case "event_time" -> eventTime = parser.getValueAsString();
      case "ingest_time" -> ingestTime = parser.getValueAsString();
      case "category" -> category = Wire.parse(ErrorCategory.class, parser.getValueAsString());
      case "phase" -> phase = Wire.parse(Phase.class, parser.getValueAsString());
      case "http_status" -> httpStatus = parser.getValueAsInt();
      case "streamed" -> streamed = value == JsonToken.VALUE_TRUE;
      case "stream_missing_chunks" -> missingChunks = parser.getValueAsLong();
      case "stream_repeated_chunks" -> repeatedChunks = parser.getValueAsLong();
      case "stream_cut_frames" -> cutFrames = parser.getValueAsLong();
      case "raw_ref" -> rawRef = RawRef.parse(parser.getValueAsString());
      default -> parser.skipChildren();
    }
  }

  /** The gateway; null when the log does not say. */
  public String gateway() {
    return gateway;
  }

  /** When it began, as the record writes it; null only in tests. */
  String eventTime() {
    return eventTime;
  }

  /** When it was logged, as the record writes it; null only in tests. */
  String ingestTime() {
    return ingestTime;
  }

  /** The category; null when the attempt is healthy. */
  public ErrorCategory category() {
    return category;
  }

  /** How far the exchange had come; null when healthy. */
  public Phase phase() {
    return phase;
  }

  /** The HTTP status; 0 when unknown. */
  public int httpStatus() {
    return httpStatus;
  }

  /** Whether the response was a stream. */
  public boolean streamed() {
    return streamed;
  }

  /** What the log of its stream lacks. */
  public ChunkLoss chunkLoss() {
    return ChunkLoss.of(missingChunks, repeatedChunks, cutFrames);
  }

  /** Where the raw bytes are; null outside Kafka. */
  public RawRef rawRef() {
    return rawRef;
  }
}
