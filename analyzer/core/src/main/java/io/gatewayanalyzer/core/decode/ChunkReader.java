package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.json.Timestamps;
import io.gatewayanalyzer.core.json.Words;

/**
 * Reads raw stream chunks. Total like {@link Decoder}: any bytes give a {@link StreamChunk} or an
 * {@link Undecodable}. Unknown fields are ignored; of a key that stands twice, the last one counts.
 * Reuses its buffer, so it is not thread safe and a result is valid until the next call.
 */
public final class ChunkReader {
  private static final Words<ChunkField> FIELDS = Words.of(ChunkField.class);
  private static final Words<Ended> ENDS = Words.of(Ended.class);
  private static final int KEPT_BUFFER = 1 << 20;

  private final int maxBytes;
  private final JsonCursor cursor = new JsonCursor();
  private byte[] keptBuffer = new byte[1 << 12];
  private byte[] record;
  private String requestId;
  private long seq;
  private long timestampMs;
  private Slice data;
  private Ended ended;

  /** A reader that refuses chunks longer than {@code maxBytes}. */
  public ChunkReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A reader with the limit of {@link Decoder#DEFAULT_MAX_BYTES}. */
  public ChunkReader() {
    this(Decoder.DEFAULT_MAX_BYTES);
  }

  /**
   * Reads one chunk.
   *
   * @param bytes the record as it arrived; null counts as empty
   */
  public DecodedChunk read(byte[] bytes) {
    Undecodable refused = Decoder.begin(cursor, bytes, maxBytes);
    if (refused != null) {
      return refused;
    }
    record = bytes;
    requestId = null;
    seq = timestampMs = -1;
    data = null;
    ended = null;
    cursor.enterObject();
    while (cursor.nextKey()) {
      readField(cursor.key(FIELDS));
    }
    if (cursor.broken()) {
      return Undecodable.MALFORMED_JSON;
    }
    if (cursor.peek() != 0 || cursor.position() < bytes.length) {
      return Undecodable.TRAILING_DATA;
    }
    if (data == null && ended == null) {
      return Undecodable.NO_DATA;
    }
    return new StreamChunk(requestId, seq, timestampMs, data == null ? Slice.EMPTY : data, ended);
  }

  private void readField(ChunkField field) {
    if (field == null) {
      cursor.skip();
      return;
    }
    switch (field) {
      case REQUEST_ID -> requestId = nonEmpty(cursor.readText());
      case SEQ -> seq = Math.max(-1, cursor.readLong(-1));
      case TIMESTAMP ->
          timestampMs =
              cursor.readScalar()
                  ? Timestamps.parse(record, cursor.scalarFrom(), cursor.scalarTo())
                  : Timestamps.NONE;
      case DATA -> data = readData();
      case ENDED -> ended = readEnded();
    }
  }

  /** A string is unescaped into the buffer; a JSON value is a frame that lost its wrapping. */
  private Slice readData() {
    int b = cursor.peek();
    if (b == 'n') {
      cursor.skip();
      return null;
    }
    byte[] buffer = bufferFor(record.length + Long.BYTES);
    if (b == '"') {
      int length = cursor.readStringInto(buffer, 0);
      return length < 0 ? null : new Slice(buffer, 0, length);
    }
    Slice json = cursor.readRaw();
    System.arraycopy(json.bytes(), json.from(), buffer, 0, json.length());
    buffer[json.length()] = '\n';
    return new Slice(buffer, 0, json.length() + 1);
  }

  /** A word nobody knows still ends the stream. */
  private Ended readEnded() {
    if (cursor.peek() == 'n') {
      cursor.skip();
      return null;
    }
    Ended word = cursor.readWord(ENDS);
    return word == null ? Ended.UNKNOWN : word;
  }

  private byte[] bufferFor(int size) {
    if (size > KEPT_BUFFER) {
      return new byte[size];
    }
    if (keptBuffer.length < size) {
      keptBuffer = new byte[Integer.highestOneBit(size) << 1];
    }
    return keptBuffer;
  }

  private static String nonEmpty(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
