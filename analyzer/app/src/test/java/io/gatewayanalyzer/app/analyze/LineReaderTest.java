package io.gatewayanalyzer.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void shouldSplitAtLineFeedsAndDropReturns() throws IOException {
    // when
    List<String> lines = lines("a\r\n\nb\rc\nd", 100);

    // then
    assertThat(lines).containsExactly("a", "", "b\rc", "d");
  }

  @Test
  void shouldGiveNothingForNothing() throws IOException {
    // when
    List<String> lines = lines("", 100);

    // then
    assertThat(lines).isEmpty();
  }

  @Test
  void shouldCarryALineOverManyBuffersUpToTheLimit() throws IOException {
    // given
    String longest = "x".repeat(1_000_000);

    // when
    List<String> lines = lines("a\n" + longest + "\nb\n" + longest + "y\nc", 1_000_000);

    // then
    assertThat(lines).containsExactly("a", longest, "b", "TOO LONG", "c");
  }

  @Test
  void shouldSkipALineOverTheLimitInsideOneBuffer() throws IOException {
    // when
    List<String> lines = lines("abcdef\nab", 5);

    // then
    assertThat(lines).containsExactly("TOO LONG", "ab");
  }

  private static List<String> lines(String text, int maxBytes) throws IOException {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxBytes);
    List<String> lines = new ArrayList<>();
    for (byte[] line = reader.next(); line != null; line = reader.next()) {
      lines.add(
          line == LineReader.TOO_LONG ? "TOO LONG" : new String(line, StandardCharsets.UTF_8));
    }
    assertThat(reader.number()).isEqualTo(lines.size());
    return lines;
  }
}
