package io.gatewayanalyzer.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamReaderTest {
  private static final String CHUNK = "data: {\"choices\":[{\"delta\":{\"content\":\"hi\"}}]}\n\n";
  private static final String STOP = "data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n\n";
  private static final String DONE = "data: [DONE]\n\n";
  private static final String ERROR = "data: {\"error\":{\"message\":\"m\",\"code\":\"c\"}}\n\n";

  private final StreamReader reader = new StreamReader();

  @Test
  void shouldNotLetDoneHealAnError() {
    // When
    StreamReading reading = read(Api.CHAT_COMPLETIONS, CHUNK + ERROR + STOP + DONE);

    // Then
    assertThat(reading.verdict()).isEqualTo(StreamVerdict.FAILED_IN_BAND);
    assertThat(reading.error().code()).isEqualTo("c");
    assertThat(reading.framesBeforeError()).isEqualTo(1);
  }

  @Test
  void shouldTakeAnErrorAfterARegularFinishForAFailure() {
    // When
    StreamReading reading = read(Api.CHAT_COMPLETIONS, CHUNK + STOP + ERROR);

    // Then
    assertThat(reading.verdict()).isEqualTo(StreamVerdict.FAILED_IN_BAND);
  }

  @Test
  void shouldReportTheFirstOfTwoReportsOfOneFailure() {
    // When
    StreamReading reading =
        read(
            Api.RESPONSES,
            "data: {\"type\":\"error\",\"code\":\"first\",\"message\":\"m\"}\n\n"
                + "data: {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"second\"}}}\n\n");

    // Then
    assertThat(reading.error().code()).isEqualTo("first");
  }

  @Test
  void shouldPreferTheFrameThatExplainsABadEnd() {
    // When
    StreamReading reading =
        read(
            Api.CHAT_COMPLETIONS,
            CHUNK + "data: {\"choices\":[{\"finish_reason\":\"error\"}]}\n\n" + ERROR + DONE);

    // Then
    assertThat(reading.error().code()).isEqualTo("c");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE, TRUNCATED",
    "UNKNOWN, TRUNCATED",
    "TIMEOUT, TRUNCATED",
    "UPSTREAM_CLOSED, TRUNCATED",
    "CLIENT_CLOSED, CLIENT_CLOSED",
  })
  void shouldCallAStreamWithoutItsEndCut(Ended ended, StreamVerdict verdict) {
    // When
    StreamReading reading = read(Api.CHAT_COMPLETIONS, CHUNK, ended);

    // Then
    assertThat(reading.verdict()).isEqualTo(verdict);
    assertThat(reading.error()).isEqualTo(ErrorFacts.EMPTY);
    assertThat(reading.framesBeforeError()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheLastWordsOfAProxy() {
    // When
    StreamReading reading = read(Api.CHAT_COMPLETIONS, CHUNK + "upstream broke\n");

    // Then
    assertThat(reading.verdict()).isEqualTo(StreamVerdict.TRUNCATED);
    assertThat(reading.error().message()).isEqualTo("upstream broke");
  }

  @Test
  void shouldReadAnErrorField() {
    // When
    StreamReading reading = read(Api.CHAT_COMPLETIONS, CHUNK + "error: {\"message\":\"m\"}\n\n");

    // Then
    assertThat(reading.verdict()).isEqualTo(StreamVerdict.FAILED_IN_BAND);
    assertThat(reading.error().message()).isEqualTo("m");
  }

  @Test
  void shouldReadFramesThatNoBlankLineParts() {
    // When
    StreamReading reading =
        read(
            Api.CHAT_COMPLETIONS,
            "data: {\"choices\":[{\"delta\":{}}]}\ndata: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n"
                + "data: [DONE]\n");

    // Then
    assertThat(reading.verdict()).isEqualTo(StreamVerdict.COMPLETED);
  }

  @Test
  void shouldNotCallAForeignProtocolCut() {
    // When
    StreamReading reading =
        read(Api.OTHER, "data: {\"kind\":\"begin\"}\n\ndata: {\"kind\":\"end\"}\n\n");

    // Then
    assertThat(reading.verdict()).isEqualTo(StreamVerdict.COMPLETED);
  }

  @Test
  void shouldTakeUsageAndModelFromTheFrames() {
    // When
    StreamReading reading =
        read(
            Api.MESSAGES,
            "data: {\"type\":\"message_start\",\"message\":{\"model\":\"m\",\"usage\":{\"input_tokens\":5}}}\n\n"
                + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                + "\"usage\":{\"output_tokens\":7}}\n\n"
                + "data: {\"type\":\"message_stop\"}\n\n");

    // Then
    assertThat(reading.healthy()).isTrue();
    assertThat(reading.model()).isEqualTo("m");
    assertThat(reading.inputTokens()).isEqualTo(5);
    assertThat(reading.outputTokens()).isEqualTo(7);
  }

  private StreamReading read(Api api, String transcript) {
    return read(api, transcript, Ended.UNKNOWN);
  }

  private StreamReading read(Api api, String transcript, Ended ended) {
    reader.begin(api, 0);
    reader.read(Slice.of(transcript));
    return reader.end(ended);
  }
}
