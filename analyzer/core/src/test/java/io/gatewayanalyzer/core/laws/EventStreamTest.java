package io.gatewayanalyzer.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.stream.SseReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The event-stream rules of the HTML standard, section 9.2.6, and what this reader adds to them:
 * lines that the standard would drop are handed out, and an open event at the end of the stream is.
 */
class EventStreamTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldReadFrames(String name, String stream, List<String> frames) {
    // given
    List<String> read = new ArrayList<>();
    SseReader reader =
        new SseReader(
            (kind, event, bytes, from, to) ->
                read.add(
                    kind
                        + (event == null ? "" : " " + event)
                        + " "
                        + new String(bytes, from, to - from, StandardCharsets.UTF_8)));
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    // when
    reader.read(bytes, 0, bytes.length);
    reader.end();
    // then
    assertThat(read).isEqualTo(frames);
  }

  static List<Arguments> cases() {
    return List.of(
        one("one event", "data: a\n\n", "DATA a"),
        one("two events", "data: a\n\ndata: b\n\n", "DATA a", "DATA b"),
        one("no blank behind the colon", "data:a\n\n", "DATA a"),
        one("only one blank is dropped", "data:  a\n\n", "DATA  a"),
        one("event name", "event: add\ndata: a\n\n", "DATA add a"),
        one("event name behind the data", "data: a\nevent: add\n\n", "DATA add a"),
        one(
            "the name does not outlive its event",
            "event: x\ndata: a\n\ndata: b\n\n",
            "DATA x a",
            "DATA b"),
        one("a name without data is no event", "event: x\n\ndata: b\n\n", "DATA b"),
        one("several data lines are one text", "data: a\ndata: b\n\n", "DATA a\nb"),
        one("empty data", "data\n\n", "DATA "),
        one("empty data with a colon", "data:\n\n", "DATA "),
        one("two empty data lines", "data\ndata\n\n", "DATA \n"),
        one("comment", ": hello\n\ndata: a\n\n", "DATA a"),
        one("comment inside an event", "data: a\n:x\ndata: b\n\n", "DATA a\nb"),
        one("comment without text", ":\n\n"),
        one("id and retry say nothing here", "id: 7\nretry: 10\ndata: a\n\n", "DATA a"),
        one("byte order mark", "\uFEFFdata: a\n\n", "DATA a"),
        one(
            "only the first byte order mark",
            "data: a\n\n\uFEFFdata: b\n\n",
            "DATA a",
            "STRAY_LINE \uFEFFdata: b"),
        one("carriage returns", "data: a\r\rdata: b\r\r", "DATA a", "DATA b"),
        one("both", "data: a\r\n\r\ndata: b\r\n\r\n", "DATA a", "DATA b"),
        one("no final newline", "data: a", "DATA a"),
        one("one newline instead of two", "data: a\n", "DATA a"),
        one("blank lines only", "\n\n\n"),
        one("nothing", ""),
        one("done", "data: [DONE]\n\n", "DATA [DONE]"),
        one("error field", "error: {\"a\":1}\n\n", "ERROR_FIELD {\"a\":1}"),
        one("JSON lines", "{\"a\":1}\n[2]\n", "JSON_LINE {\"a\":1}", "JSON_LINE [2]"),
        one("a stray line", "upstream gone\n", "STRAY_LINE upstream gone"),
        one("a word that starts like a field", "database is down\n", "STRAY_LINE database is down"),
        one("JSON over lines of its own", "data: {\n \"a\": 1\n}\n\n", "DATA {\n \"a\": 1\n}"),
        one("characters of several bytes", "data: é漢🙂\n\n", "DATA é漢🙂"));
  }

  private static Arguments one(String name, String stream, String... frames) {
    return Arguments.of(name, stream, List.of(frames));
  }
}
