package io.gatewayanalyzer.core.corpus;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;
import java.util.Arrays;

/**
 * One line of the corpus.
 *
 * @param id its name, the only thing of it that is ever printed
 * @param ambiguous whether two answers can be defended; such rows are not scored
 * @param category the expected category's wire name; "none" when the request is healthy
 * @param retryable whether a retry is expected to help
 * @param record the raw request as it stands in the line
 */
record CorpusRow(String id, boolean ambiguous, String category, boolean retryable, byte[] record) {
  static final String HEALTHY = "none";

  static CorpusRow read(String line) {
    JsonCursor cursor = new JsonCursor().reset(Slice.of(line));
    String id = null;
    boolean ambiguous = false;
    String[] expect = {null, null};
    byte[] record = {};
    cursor.enterObject();
    while (cursor.nextKey()) {
      switch (cursor.keyText()) {
        case "id" -> id = cursor.readText();
        case "ambiguous" -> ambiguous = Boolean.TRUE.equals(cursor.readBoolean());
        case "expect" -> expect = readExpect(cursor);
        case "record" -> record = bytes(cursor.readRaw());
        default -> cursor.skip();
      }
    }
    return new CorpusRow(id, ambiguous, expect[0], Boolean.parseBoolean(expect[1]), record);
  }

  private static String[] readExpect(JsonCursor cursor) {
    String[] expect = {null, null};
    cursor.enterObject();
    while (cursor.nextKey()) {
      switch (cursor.keyText()) {
        case "category" -> expect[0] = cursor.readText();
        case "retryable" -> expect[1] = cursor.readText();
        default -> cursor.skip();
      }
    }
    return expect;
  }

  private static byte[] bytes(Slice raw) {
    return Arrays.copyOfRange(raw.bytes(), raw.from(), raw.to());
  }
}
