package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.payload.Headers;
import java.util.Arrays;

/**
 * Headers as a JSON object that is read when somebody asks for the first time, and then only for
 * where each header stands. Not thread safe.
 */
final class JsonHeaders implements Headers {
  private static final int INTS = 3;

  private final Slice json;
  private final JsonCursor cursor = new JsonCursor();

  /** For each header: where its name starts and ends, and where its value starts. */
  private int[] places;

  private int used;

  JsonHeaders(Slice json) {
    this.json = json;
  }

  @Override
  public String get(String name) {
    if (places == null) {
      find();
    }
    for (int i = 0; i < used; i += INTS) {
      if (isNamed(places[i], places[i + 1], name)) {
        cursor.reset(json.bytes(), places[i + 2], json.to());
        return firstValue();
      }
    }
    return null;
  }

  private void find() {
    places = new int[8 * INTS];
    cursor.reset(json);
    if (!cursor.enterObject()) {
      return;
    }
    while (cursor.nextKey()) {
      if (used == places.length) {
        places = Arrays.copyOf(places, used * 2);
      }
      places[used] = cursor.keyFrom();
      places[used + 1] = cursor.keyTo();
      places[used + 2] = cursor.position();
      used += INTS;
      cursor.skip();
    }
  }

  private boolean isNamed(int from, int to, String name) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      int b = json.bytes()[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String firstValue() {
    if (cursor.enterArray()) {
      return cursor.nextElement() ? cursor.readText() : null;
    }
    return cursor.readText();
  }
}
