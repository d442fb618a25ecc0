package io.gatewayanalyzer.core.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RawRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final RawRef REF = new RawRef("raw", 3, 99);

  private final Decoder decoder = new Decoder();
  private final Judge judge = new Judge(Catalog.builtIn());

  @Test
  void shouldStandInForWhatTheLogDoesNotSay() {
    // When
    Attempt attempt = judge("{\"response\":{\"status\":200}}").attempt();

    // Then
    assertThat(attempt.requestId()).isEqualTo("raw-3-99");
    assertThat(attempt.operationId()).isEqualTo("raw-3-99");
    assertThat(attempt.keyBasis()).isEqualTo(KeyBasis.REQUEST_ID);
    assertThat(attempt.eventTimeMs()).isEqualTo(5_000);
    assertThat(attempt.healthy()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"operation_id\":\"o\",\"request\":{\"headers\":{\"idempotency-key\":\"i\"}}, | OPERATION_ID",
        "\"request\":{\"headers\":{\"idempotency-key\":\"i\"}},                        | IDEMPOTENCY_KEY",
        "\"parent_id\":\"p\",\"request\":{\"headers\":{\"idempotency-key\":\"i\"}},   | IDEMPOTENCY_KEY",
        "\"parent_id\":\"p\",\"request\":{\"body_sha256\":\"abc\"},                      | PARENT_ID",
        "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\",  | TRACE_ID",
        "\"request\":{\"body_sha256\":\"abc\"},                                        | STITCHED",
        "\"request_id\":\"r\",                                                         | REQUEST_ID",
      })
  void shouldKeyByTheBestFactThereIs(String fields, KeyBasis basis) {
    assertThat(judge("{" + fields + "\"response\":{}}").attempt().keyBasis()).isEqualTo(basis);
  }

  @Test
  void shouldNotLetAHeadersValueLeaveAsAKey() {
    // When
    Attempt attempt =
        judge("{\"request\":{\"headers\":{\"Idempotency-Key\":\"my-own-key\"}},\"response\":{}}")
            .attempt();

    // Then
    assertThat(attempt.operationId()).startsWith("i-").doesNotContain("my-own-key");
  }

  @Test
  void shouldTellTheCallsOfOneTraceApartByWhatWasSent() {
    // Given
    String trace = "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\",";
    String call = "{" + trace + "\"request\":{\"body_sha256\":\"abc\"},\"response\":{}}";

    // When
    String first = judge(call).attempt().operationId();
    String again = judge(call).attempt().operationId();
    String other = judge(call.replace("abc", "abd")).attempt().operationId();
    String unknown = judge("{" + trace + "\"response\":{}}").attempt().operationId();

    // Then
    assertThat(unknown).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(first).startsWith(unknown + "-").isEqualTo(again).isNotEqualTo(other);
  }

  @Test
  void shouldStitchSameRequestsOfOneKeyAndNoOthers() {
    // Given
    String same = "\"model\":\"m\",\"request\":{\"body_sha256\":\"abc\"},\"response\":{}}";

    // When
    String first = judge("{\"api_key_id\":\"k\"," + same).attempt().operationId();
    String again =
        judge("{\"request_id\":\"x\",\"api_key_id\":\"k\"," + same).attempt().operationId();
    String other = judge("{\"api_key_id\":\"l\"," + same).attempt().operationId();

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void shouldCarryTheBeginningOfWhatTheSenderSaid() {
    // Given
    String said = "slow down ".repeat(19) + "slow down\uD83D\uDE00 please";

    // When
    Judged judged =
        judge(
            "{\"response\":{\"status\":429,\"body\":{\"error\":{\"message\":\"" + said + "\"}}}}");

    // Then
    assertThat(judged.attempt().message()).isEqualTo(said.substring(0, 199));
    assertThat(judged.error().message()).isEqualTo(said);
  }

  @Test
  void shouldCarryWhatWasLeftInTheAccount() {
    // When
    Attempt attempt =
        judge("{\"response\":{\"status\":200},\"credit\":{\"balance_usd\":3.2}}").attempt();

    // Then
    assertThat(attempt.creditBalanceUsd()).isEqualTo(3.2);
    assertThat(attempt.message()).isNull();
  }

  @Test
  void shouldReadAStreamThatWasLoggedAsABody() {
    // When
    Attempt attempt =
        judge(
                "{\"api\":\"chat_completions\",\"response\":{\"status\":200,\"body\":"
                    + "\"data: {\\\"error\\\":{\\\"message\\\":\\\"m\\\"}}\\n\\n\"}}")
            .attempt();

    // Then
    assertThat(attempt.streamed()).isTrue();
    assertThat(attempt.verdict().phase()).isEqualTo(Phase.MID_STREAM);
  }

  @Test
  void shouldRedactWhatTheErrorSays() {
    // Given
    String secret = "sk-" + "abcdefghijklmnopqrstuvwx0123456789";

    // When
    Judged judged =
        judge(
            "{\"response\":{\"status\":401,\"body\":{\"error\":{\"message\":\"bad key "
                + secret
                + "\",\"metadata\":{\"authorization\":\"Bearer "
                + secret
                + "\",\"raw\":\"{\\\"error\\\":\\\""
                + secret
                + "\\\"}\"}}}}}");

    // Then
    assertThat(judged.error().toString()).doesNotContain(secret.substring(3, 15));
    assertThat(judged.error().message()).startsWith("bad key ");
  }

  private Judged judge(String record) {
    return judge.judge((RawRequest) decoder.decode(record.getBytes(UTF_8)), REF, 5_000);
  }
}
