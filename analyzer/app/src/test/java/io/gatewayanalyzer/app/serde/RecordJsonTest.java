package io.gatewayanalyzer.app.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.judge.Judged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
  private final AttemptJson attempts = new AttemptJson();
  private final ErrorJson errors = new ErrorJson();

  @Test
  void shouldWriteEveryDocumentedFieldOfAnAttempt() throws IOException {
    // Given
    Attempt attempt = Attempts.full();

    // When
    byte[] json = attempts.write(attempt);

    // Then
    assertThat(Schemas.mistakes("attempt", json)).isEmpty();
    assertThat(Schemas.fields(json)).isEqualTo(Schemas.documented("attempt"));
    assertThat(RecordReader.attempt(json)).isEqualTo(attempt);
  }

  @Test
  void shouldReadOnTheHotPathWhatIsReadElsewhere() {
    // Given
    AttemptReader reader = new AttemptReader();

    // When / Then
    assertThat(reader.read(attempts.write(Attempts.full()))).isEqualTo(Attempts.full());
    assertThat(reader.read(attempts.write(Attempts.bare()))).isEqualTo(Attempts.bare());
  }

  @Test
  void shouldWriteTheMessageOfAnErrorOnce() throws IOException {
    // Given
    String message = "It is too much. ".repeat(20);

    // When
    byte[] json = errors.write(Attempts.full(), Attempts.detail(message));

    // Then
    assertThat(new String(json, StandardCharsets.UTF_8)).containsOnlyOnce("\"message\":");
    Judged read = RecordReader.error(json);
    assertThat(read.error().message()).isEqualTo(message);
    assertThat(read.attempt().message()).isEqualTo(message.substring(0, 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no attempt", "{}", "[]", "{\"operation_id\":\"op-1\"}"})
  void shouldRefuseWhatIsNoAttempt(String json) {
    // Given
    AttemptReader reader = new AttemptReader();

    // When / Then
    assertThatThrownBy(() -> reader.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldLeaveOutWhatIsUnknown() throws IOException {
    // Given
    Attempt attempt = Attempts.bare();

    // When
    byte[] json = attempts.write(attempt);

    // Then
    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"request_id\":\"req-1\",\"operation_id\":\"op-1\",\"attempt_key_basis\":\"request_id\","
                + "\"event_time\":\"1970-01-01T00:00:00.000Z\",\"ingest_time\":\"1970-01-01T00:00:00.000Z\","
                + "\"streamed\":false,\"catalog_version\":\"2026-11-01\"}");
    assertThat(Schemas.mistakes("attempt", json)).isEmpty();
    assertThat(RecordReader.attempt(json)).isEqualTo(attempt);
  }

  @Test
  void shouldWriteEveryDocumentedFieldOfAnError() throws IOException {
    // Given
    Judged judged = new Judged(Attempts.full(), Attempts.detail("Slow down."));

    // When
    byte[] json = errors.write(judged.attempt(), judged.error());

    // Then
    TreeSet<String> documented = new TreeSet<>(Schemas.documented("attempt"));
    documented.addAll(Schemas.documented("error"));
    assertThat(Schemas.mistakes("error", json)).isEmpty();
    assertThat(Schemas.fields(json)).isEqualTo(documented);
    assertThat(RecordReader.error(json)).isEqualTo(judged);
  }

  @Test
  void shouldCutLongProseBetweenCharacters() throws IOException {
    // Given
    String message = "x".repeat(Text.PROSE - 1) + "\uD83D\uDE00" + "y".repeat(100_000);

    // When
    byte[] json = errors.write(Attempts.full(), Attempts.detail(message));

    // Then
    assertThat(RecordReader.error(json).error().message()).isEqualTo("x".repeat(Text.PROSE - 1));
  }

  @Property
  void shouldReadBackAnyText(@ForAll @StringLength(max = 200) String text) throws IOException {
    // Given
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    String wellFormed = new String(utf8, StandardCharsets.UTF_8);
    boolean halfPairs = !wellFormed.equals(text);

    // When
    byte[] json = attempts.write(Attempts.with(text, 0, Double.NaN));

    // Then
    String read = RecordReader.attempt(json).requestId();
    assertThat(halfPairs ? read.length() : read).isEqualTo(halfPairs ? text.length() : text);
  }

  @Property
  void shouldWriteTimesAsTheJdkDoes(@ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long ms)
      throws IOException {
    // Given
    Attempt attempt = Attempts.with("r", ms, Double.NaN);

    // When
    byte[] json = attempts.write(attempt);

    // Then
    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains(Instant.ofEpochMilli(ms).toString().substring(0, 19));
    assertThat(RecordReader.attempt(json).eventTimeMs()).isEqualTo(ms);
  }

  @Property
  void shouldKeepAmountsToTheBillionth(
      @ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999_999L) long billionths)
      throws IOException {
    // Given
    double cost = billionths / 1e9;

    // When
    byte[] json = attempts.write(Attempts.with("r", 0, cost));

    // Then
    assertThat(Math.round(RecordReader.attempt(json).costUsd() * 1e9)).isEqualTo(billionths);
  }

  @Test
  void shouldNotQuoteWhatItCannotRead() {
    // Given
    byte[] json = "{\"http_status\":\"secret\"}".getBytes(StandardCharsets.UTF_8);

    // When / Then
    assertThatThrownBy(() -> RecordReader.attempt(json))
        .isInstanceOf(IOException.class)
        .hasMessage("a field has the wrong form (NumberFormatException)");
  }
}
