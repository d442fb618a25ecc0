package io.gatewayanalyzer.core.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private final Decoder decoder = new Decoder();

  @Test
  void shouldReadEveryFieldOfTheCanonicalRecord() {
    // Given
    String record =
        """
        {"request_id":"req-1","operation_id":"op-1","parent_id":"par-1","timestamp":"2026-11-01T12:00:00.000Z",
         "duration_ms":1840,"gateway":"g","api":"messages","provider":"p","model":"m",
         "served_model":"sm","tenant":"t","api_key_id":"k","client":"c/1","environment":"prod",
         "request":{"path":"/v1/messages","headers":{"Idempotency-Key":"i"},"body_sha256":"abc"},
         "response":{"status":429,"headers":{"Retry-After":["20","30"]},"body":"b\\n","stream":null,
          "ended":"timeout"},
         "usage":{"input_tokens":812,"output_tokens":3,"cost_usd":0.5},"credit":{"balance_usd":3.2},
         "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","unheard_of":{}}
        """;

    // When
    RawRequest request = decode(record);

    // Then
    assertThat(request.requestId()).isEqualTo("req-1");
    assertThat(request.operationId()).isEqualTo("op-1");
    assertThat(request.parentId()).isEqualTo("par-1");
    assertThat(request.timestampMs()).isEqualTo(1_793_534_400_000L);
    assertThat(request.durationMs()).isEqualTo(1840);
    assertThat(request.origin().api()).isEqualTo(Api.MESSAGES);
    assertThat(request.origin().servedModel()).isEqualTo("sm");
    assertThat(request.origin().apiKeyId()).isEqualTo("k");
    assertThat(request.idempotencyKey()).isEqualTo("i");
    assertThat(request.bodyHash().text()).isEqualTo("abc");
    assertThat(request.status()).isEqualTo(429);
    assertThat(request.responseHeaders().get("retry-after")).isEqualTo("20");
    assertThat(request.body().text()).isEqualTo("b\n");
    assertThat(request.stream()).isNull();
    assertThat(request.ended()).isEqualTo(Ended.TIMEOUT);
    assertThat(request.inputTokens()).isEqualTo(812);
    assertThat(request.costUsd()).isEqualTo(0.5);
    assertThat(request.balanceUsd()).isEqualTo(3.2);
    assertThat(request.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(request.parentSpanId()).isEqualTo("00f067aa0ba902b7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                               | empty",
        "'  '                             | empty",
        "plain text                       | not_json",
        "[1]                              | not_an_object",
        "\"text\"                         | not_an_object",
        "{\"response\":{}                 | malformed_json",
        "{\"response\":{\"body\":\"a      | malformed_json",
        "{\"response\":{}} {}             | trailing_data",
        "{\"request_id\":\"r\"}           | no_response",
        "{\"response\":\"r\"}             | no_response",
        "{\"response\":null}              | no_response",
      })
  void shouldSayWhyARecordIsNoRequest(String record, String reason) {
    // When
    Decoded decoded = decoder.decode(record.getBytes(UTF_8));

    // Then
    assertThat(decoded).isEqualTo(new Undecodable(reason));
  }

  @Test
  void shouldRefuseRecordsOverItsLimitUnread() {
    // Given
    byte[] record = "{\"response\":{}}".getBytes(UTF_8);

    // When
    Decoded within = new Decoder(record.length).decode(record);
    Decoded over = new Decoder(record.length - 1).decode(record);

    // Then
    assertThat(within).isInstanceOf(RawRequest.class);
    assertThat(over).isEqualTo(Undecodable.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"response\":{\"status\":\"429\"}}                    | 429",
        "{\"response\":{\"status\":429.0}}                      | 429",
        "{\"response\":{\"status\":-1}}                         | 0",
        "{\"response\":{\"status\":{\"code\":1}}}               | 0",
        "{\"response\":{\"status\":1},\"response\":{\"status\":502}} | 502",
        "\uFEFF{\"response\":{\"status\":200}}                  | 200",
      })
  void shouldReadAStatusHoweverItIsWritten(String record, int status) {
    assertThat(decode(record).status()).isEqualTo(status);
  }

  @Test
  void shouldTakeWrongTypesForAbsentFields() {
    // Given
    String record =
        """
        {"request_id":{"a":1},"timestamp":[],"gateway":7,"api":"nonsense","request":[],"usage":"u",
         "traceparent":"00-zz-00","response":{"headers":[],"body":null,"ended":"no word"}}
        """;

    // When
    RawRequest request = decode(record);

    // Then
    assertThat(request.requestId()).isNull();
    assertThat(request.timestampMs()).isEqualTo(-1);
    assertThat(request.origin().gateway()).isEqualTo("7");
    assertThat(request.origin().api()).isNull();
    assertThat(request.inputTokens()).isEqualTo(-1);
    assertThat(request.traceId()).isNull();
    assertThat(request.body()).isNull();
    assertThat(request.ended()).isEqualTo(Ended.UNKNOWN);
  }

  @Test
  void shouldForgetTheRecordBefore() {
    // Given
    decode("{\"request_id\":\"a\",\"model\":\"m\",\"response\":{\"status\":500,\"body\":\"x\"}}");

    // When
    RawRequest second = decode("{\"response\":{}}");

    // Then
    assertThat(second.requestId()).isNull();
    assertThat(second.origin().model()).isNull();
    assertThat(second.status()).isZero();
    assertThat(second.body()).isNull();
  }

  @Test
  void shouldReadABodyOfManyMegabytes() {
    // Given
    char[] text = new char[20_000_000];
    Arrays.fill(text, 'x');
    byte[] record = ("{\"response\":{\"body\":\"" + new String(text) + "\\n\"}}").getBytes(UTF_8);

    // When
    RawRequest request = (RawRequest) decoder.decode(record);

    // Then
    assertThat(request.body().length()).isEqualTo(text.length + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/chat/completions?x=1, CHAT_COMPLETIONS",
    "/openai/v1/responses, RESPONSES",
    "/anthropic/v1/messages, MESSAGES",
    "/v1/embeddings, EMBEDDINGS",
    "/v1/models, OTHER",
  })
  void shouldGuessTheApiFromThePath(String path, Api api) {
    assertThat(decode("{\"request\":{\"path\":\"" + path + "\"},\"response\":{}}").origin().api())
        .isEqualTo(api);
  }

  private RawRequest decode(String record) {
    return (RawRequest) decoder.decode(record.getBytes(UTF_8));
  }
}
