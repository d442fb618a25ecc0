package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.payload.Headers;

/** Headers as a JSON object that is read only when somebody asks. */
record JsonHeaders(Slice json) implements Headers {
  @Override
  public String get(String name) {
    JsonCursor cursor = new JsonCursor().reset(json);
    if (!cursor.enterObject()) {
      return null;
    }
    while (cursor.nextKey()) {
      if (cursor.keyEqualsIgnoreCase(name)) {
        return firstValue(cursor);
      }
      cursor.skip();
    }
    return null;
  }

  private static String firstValue(JsonCursor cursor) {
    if (cursor.enterArray()) {
      return cursor.nextElement() ? cursor.readText() : null;
    }
    return cursor.readText();
  }
}
