package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.json.JsonCursor;

/**
 * Reads raw log records. Total: any bytes give a {@link RawRequest} or an {@link Undecodable};
 * nothing is thrown, nothing recurses, and never more than a small multiple of the record is
 * allocated. Reuses its buffers, so it is not thread safe and a result is valid until the next
 * call.
 */
public final class Decoder {
  /** Longest record that is read, in bytes, unless configured otherwise. */
  public static final int DEFAULT_MAX_BYTES = 100 * 1024 * 1024;

  private final int maxBytes;
  private final JsonCursor cursor = new JsonCursor();
  private final CanonicalReader canonical = new CanonicalReader();

  /** A decoder that refuses records longer than {@code maxBytes}. */
  public Decoder(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A decoder with the default limit. */
  public Decoder() {
    this(DEFAULT_MAX_BYTES);
  }

  /**
   * Reads one record.
   *
   * @param record the bytes as they arrived; null counts as empty
   */
  public Decoded decode(byte[] record) {
    Undecodable refused = begin(cursor, record, maxBytes);
    return refused == null ? canonical.read(cursor, record) : refused;
  }

  /** Puts a cursor before the object that a record should be; returns why it is none, or null. */
  static Undecodable begin(JsonCursor cursor, byte[] record, int maxBytes) {
    if (record == null) {
      return Undecodable.EMPTY;
    }
    if (record.length > maxBytes) {
      return Undecodable.TOO_LARGE;
    }
    cursor.reset(record, byteOrderMark(record), record.length);
    return switch (cursor.peek()) {
      case 0 -> cursor.position() == record.length ? Undecodable.EMPTY : Undecodable.NOT_JSON;
      case '{' -> null;
      case '[', '"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          Undecodable.NOT_AN_OBJECT;
      default -> Undecodable.NOT_JSON;
    };
  }

  private static int byteOrderMark(byte[] record) {
    boolean marked =
        record.length >= 3
            && record[0] == (byte) 0xEF
            && record[1] == (byte) 0xBB
            && record[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }
}
