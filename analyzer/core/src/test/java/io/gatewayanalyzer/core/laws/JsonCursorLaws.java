package io.gatewayanalyzer.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.scenarios.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the cursor reads back is what was written, for any JSON value. */
class JsonCursorLaws {
  private static final int MAX_DEPTH = 4;

  private final JsonCursor cursor = new JsonCursor();

  @Property
  void shouldReadBackWhatWasWritten(@ForAll("values") Object value) {
    // given
    byte[] json = bytes(JsonText.of(value));
    // when
    Object read = read(cursor.reset(json, 0, json.length));
    // then
    assertThat(read).isEqualTo(spoken(value));
    assertThat(cursor.broken()).isFalse();
    assertThat(cursor.position()).isEqualTo(json.length);
  }

  @Property
  void shouldReadBackWhatWasWrittenWithWhiteSpace(@ForAll("values") Object value) {
    // given
    String json = JsonText.of(Map.of("a", List.of(value)));
    byte[] airy = bytes(" \t" + json.replace("{\"a\":[", "{ \"a\"\n:\r\n[ ") + "\n");
    // when
    cursor.reset(airy, 0, airy.length);
    Object read = read(cursor);
    // then
    assertThat(read).isEqualTo(spoken(Map.of("a", List.of(value))));
  }

  @Property
  void shouldPassOverAnyValue(@ForAll("values") Object value) {
    // given
    byte[] json = bytes("[" + JsonText.of(value) + ",7]");
    cursor.reset(json, 0, json.length).enterArray();
    cursor.nextElement();
    // when
    Slice raw = cursor.readRaw();
    // then
    assertThat(raw.text()).isEqualTo(JsonText.of(value));
    assertThat(cursor.nextElement()).isTrue();
    assertThat(cursor.readLong(-1)).isEqualTo(7);
    assertThat(cursor.nextElement()).isFalse();
  }

  @Property
  void shouldReadEscapesInAnyNotation(@ForAll String text) {
    // given
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
    byte[] bytes = bytes(json.append('"').toString());
    // when
    String read = cursor.reset(bytes, 0, bytes.length).readText();
    // then
    assertThat(read).isEqualTo(sound(text));
  }

  @Property
  void shouldReadNumbers(@ForAll long number, @ForAll double decimal) {
    byte[] json = bytes("[" + number + ",\"" + number + "\"," + decimal + "]");
    cursor.reset(json, 0, json.length).enterArray();
    cursor.nextElement();
    assertThat(cursor.readLong(0)).isEqualTo(number);
    cursor.nextElement();
    assertThat(cursor.readLong(0)).isEqualTo(number);
    cursor.nextElement();
    assertThat(cursor.readDouble(0)).isEqualTo(decimal);
  }

  @Property
  void shouldCallEveryCutBroken(@ForAll("values") Object value, @ForAll int position) {
    // given
    byte[] json = bytes(JsonText.of(List.of(value)));
    int cut = Math.floorMod(position, json.length);
    // when
    cursor.reset(json, 0, cut).skip();
    // then
    assertThat(cursor.broken()).isTrue();
  }

  /** Reads a value as the plainest reader would: scalars as text, null as null. */
  private static Object read(JsonCursor cursor) {
    if (cursor.enterObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (cursor.nextKey()) {
        map.put(cursor.keyText(), read(cursor));
      }
      return map;
    }
    if (cursor.enterArray()) {
      List<Object> list = new ArrayList<>();
      while (cursor.nextElement()) {
        list.add(read(cursor));
      }
      return list;
    }
    return cursor.readText();
  }

  /** The same value with scalars as the text that stands in the JSON. */
  private static Object spoken(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> spoken = new LinkedHashMap<>();
      map.forEach((key, one) -> spoken.put(key.toString(), spoken(one)));
      return spoken;
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(JsonCursorLaws::spoken)
          .collect(ArrayList::new, List::add, List::addAll);
    }
    return value instanceof String text ? sound(text) : value == null ? null : value.toString();
  }

  /** Halves of surrogate pairs have no UTF-8; what Java writes for them is what comes back. */
  private static String sound(String text) {
    return new String(bytes(text), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Object> values() {
    return value(MAX_DEPTH).withoutEdgeCases();
  }

  private static Arbitrary<Object> value(int depth) {
    Arbitrary<Object> scalar =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(40).map(Object.class::cast),
            Arbitraries.strings()
                .withChars("\"\\/\n\t\u0000é漢ab")
                .ofMaxLength(40)
                .map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast));
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<Object> inside = value(depth - 1).injectNull(0.1);
    Arbitrary<Object> list = inside.list().ofMaxSize(4).map(Object.class::cast);
    Arbitrary<Object> map =
        Arbitraries.maps(Arbitraries.strings().alpha().numeric().ofMaxLength(12), inside)
            .ofMaxSize(4)
            .map(Object.class::cast);
    return Arbitraries.oneOf(scalar, list, map);
  }
}
