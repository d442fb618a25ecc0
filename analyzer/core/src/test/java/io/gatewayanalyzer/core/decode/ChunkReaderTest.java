package io.gatewayanalyzer.core.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Ended;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkReaderTest {
  private final ChunkReader reader = new ChunkReader();

  @Test
  void shouldReadEveryField() {
    // When
    StreamChunk chunk =
        read(
            """
            {"request_id":"req-1","seq":4,"timestamp":"2026-11-01T12:00:00.000Z",
             "data":"data: {\\"a\\":1}\\n\\n","ended":null,"unheard_of":[1]}
            """);

    // Then
    assertThat(chunk.requestId()).isEqualTo("req-1");
    assertThat(chunk.seq()).isEqualTo(4);
    assertThat(chunk.timestampMs()).isEqualTo(1_793_534_400_000L);
    assertThat(chunk.data().text()).isEqualTo("data: {\"a\":1}\n\n");
    assertThat(chunk.ended()).isNull();
  }

  @Test
  void shouldKeepHalfACharacterAsItIs() {
    // Given
    byte[] record = "{\"data\":\"x\u00C3\"}".getBytes(ISO_8859_1);

    // When
    StreamChunk chunk = (StreamChunk) reader.read(record);

    // Then
    byte[] data = Arrays.copyOfRange(chunk.data().bytes(), chunk.data().from(), chunk.data().to());
    assertThat(data).containsExactly('x', 0xC3);
  }

  @Test
  void shouldReadAFrameThatLostItsWrapping() {
    // When
    StreamChunk chunk = read("{\"data\":{\"error\":{\"code\":\"c\"}}}");

    // Then
    assertThat(chunk.data().text()).isEqualTo("{\"error\":{\"code\":\"c\"}}\n");
  }

  @ParameterizedTest
  @CsvSource({"client_closed, CLIENT_CLOSED", "complete, COMPLETE", "whatever, UNKNOWN"})
  void shouldEndWithAnyWord(String word, Ended ended) {
    // When
    StreamChunk chunk = read("{\"ended\":\"" + word + "\"}");

    // Then
    assertThat(chunk.ended()).isEqualTo(ended);
    assertThat(chunk.data().length()).isZero();
    assertThat(chunk.seq()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | empty",
        "data: 1                  | not_json",
        "[1]                      | not_an_object",
        "{\"data\":\"x            | malformed_json",
        "{\"data\":\"x\"} {}      | trailing_data",
        "{\"request_id\":\"r\"}   | no_data",
      })
  void shouldSayWhyARecordIsNoChunk(String record, String reason) {
    // When
    DecodedChunk read = reader.read(record.getBytes(UTF_8));

    // Then
    assertThat(read).isEqualTo(new Undecodable(reason));
  }

  @Test
  void shouldRefuseWhatIsTooLarge() {
    // When
    DecodedChunk read = new ChunkReader(4).read("{\"data\":\"\"}".getBytes(UTF_8));

    // Then
    assertThat(read).isEqualTo(Undecodable.TOO_LARGE);
  }

  private StreamChunk read(String record) {
    return (StreamChunk) reader.read(record.getBytes(UTF_8));
  }
}
