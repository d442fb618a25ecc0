package io.gatewayanalyzer.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
  private final JsonCursor cursor = new JsonCursor();

  @Test
  void shouldReadTheValuesItIsAskedForAndSkipTheRest() {
    // Given
    cursor.reset(Slice.of(" {\"a\": 1, \"b\" : [ {\"x\":\"}\"} , 2 ] ,\"c\":\"end\" } "));

    // When
    cursor.enterObject();
    cursor.nextKey();
    long a = cursor.readLong(-1);
    cursor.nextKey();
    cursor.skip();
    cursor.nextKey();
    String c = cursor.readText();
    boolean more = cursor.nextKey();

    // Then
    assertThat(a).isEqualTo(1);
    assertThat(c).isEqualTo("end");
    assertThat(more).isFalse();
    assertThat(cursor.broken()).isFalse();
    assertThat(cursor.peek()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"plain\"            | plain",
        "\"a\\\"b\\\\c\\/d\"  | a\"b\\c/d",
        "\"\\u00e9\\u4f60\"   | é你",
        "\"\\ud83d\\ude00\"   | 😀",
        "\"\\ud83dx\"         | \uFFFDx",
        "\"\\q\\u12\"         | \\q\\u12",
        "12.50                | 12.50",
        "true                 | true",
      })
  void shouldReadScalarsAsText(String json, String text) {
    // When
    String read = cursor.reset(Slice.of(json)).readText();

    // Then
    assertThat(read).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[1]", "", "\"open"})
  void shouldReadNothingWhereThereIsNoScalar(String json) {
    // When
    String read = cursor.reset(Slice.of(json)).readText();

    // Then
    assertThat(read).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":[1,2}",
        "{\"a\":\"x}",
        "{\"a\":?}",
        "{,}"
      })
  void shouldBreakOffWhereAnObjectBreaksTheGrammar(String json) {
    // Given
    cursor.reset(Slice.of(json));

    // When
    cursor.enterObject();
    while (cursor.nextKey()) {
      cursor.skip();
    }

    // Then
    assertThat(cursor.broken()).isTrue();
    assertThat(cursor.nextKey()).isFalse();
  }

  @Test
  void shouldPassOverAnyDepthWithoutRecursion() {
    // Given
    int depth = 200_000;
    cursor.reset(Slice.of("[".repeat(depth) + "]".repeat(depth) + " 7"));

    // When
    cursor.skip();

    // Then
    assertThat(cursor.readLong(-1)).isEqualTo(7);
  }

  @Test
  void shouldCopyStringsOfEveryLengthWithEscapesAtEveryPlace() {
    for (int length = 0; length < 40; length++) {
      for (int place = 0; place <= length; place++) {
        // Given
        String head = "x".repeat(place);
        String tail = "y".repeat(length - place);
        Slice json = Slice.of("\"" + head + "\\n" + tail + "\",1");
        byte[] target = new byte[json.length() + JsonCursor.COPY_SLACK];

        // When
        int written = cursor.reset(json).readStringInto(target, 0);

        // Then
        assertThat(new Slice(target, 0, written).text()).isEqualTo(head + "\n" + tail);
        assertThat(cursor.peek()).isEqualTo(',');
      }
    }
  }

  @Test
  void shouldRecogniseWordsAndKeysWhateverStandsAroundThem() {
    // Given
    cursor.reset(Slice.of("{\" messages \":\"responses\"}"));

    // When
    cursor.enterObject();
    cursor.nextKey();
    Api key = cursor.key(Words.of(Api.class));
    Api value = cursor.readWord(Words.of(Api.class));

    // Then
    assertThat(key).isEqualTo(Api.MESSAGES);
    assertThat(value).isEqualTo(Api.RESPONSES);
  }

  @Test
  void shouldReadRawValuesWithTheirBrackets() {
    // Given
    cursor.reset(Slice.of("{\"a\": {\"b\":[1]} ,\"c\":2}"));

    // When
    cursor.enterObject();
    cursor.nextKey();
    Slice raw = cursor.readRaw();

    // Then
    assertThat(raw.text()).isEqualTo("{\"b\":[1]}");
  }
}
