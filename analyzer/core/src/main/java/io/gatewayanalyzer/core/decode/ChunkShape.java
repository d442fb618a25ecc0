package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.json.JsonCursor;

/** Tells stream chunks from request records where both stand in one file. Not thread safe. */
public final class ChunkShape {
  private final JsonCursor cursor = new JsonCursor();

  /**
   * The request that a chunk belongs to.
   *
   * @return null when the record is no object with {@code request_id}, {@code seq} and {@code data}
   *     or {@code ended} at its top, or when it has what only a request record has
   */
  public String requestId(byte[] record) {
    cursor.reset(record, 0, record.length);
    String requestId = null;
    boolean seq = false;
    boolean data = false;
    if (!cursor.enterObject()) {
      return null;
    }
    while (cursor.nextKey()) {
      if (cursor.keyEqualsIgnoreCase("response") || cursor.keyEqualsIgnoreCase("request")) {
        return null;
      }
      if (cursor.keyEqualsIgnoreCase("request_id")) {
        requestId = cursor.readText();
        continue;
      }
      seq |= cursor.keyEqualsIgnoreCase("seq");
      data |= cursor.keyEqualsIgnoreCase("data") || cursor.keyEqualsIgnoreCase("ended");
      cursor.skip();
    }
    return seq && data && !cursor.broken() ? requestId : null;
  }
}
