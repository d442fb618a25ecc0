package io.gatewayanalyzer.app.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

  static Stream<Arguments> closedWords() {
    return Stream.of(
        Arguments.of("attempt_key_basis", KeyBasis.values()),
        Arguments.of("api", Api.values()),
        Arguments.of("stream_verdict", StreamVerdict.values()),
        Arguments.of("category", ErrorCategory.values()),
        Arguments.of("fault_domain", FaultDomain.values()),
        Arguments.of("phase", Phase.values()),
        Arguments.of("retry_advice", RetryAdvice.values()),
        Arguments.of("limit_source", LimitSource.values()),
        Arguments.of("limit_dimension", LimitDimension.values()),
        Arguments.of("credit_scope", CreditScope.values()),
        Arguments.of("basis", Basis.values()));
  }

  @ParameterizedTest
  @MethodSource("closedWords")
  void shouldNameEveryClosedWord(String field, Wire[] words) throws IOException {
    // Given
    JsonNode listed = Schemas.text("attempt").at("/properties/" + field + "/enum");

    // When
    List<String> documented = new ArrayList<>();
    listed.forEach(word -> documented.add(word.asText()));

    // Then
    assertThat(documented).containsExactlyElementsOf(Arrays.stream(words).map(Wire::wire).toList());
  }

  @Test
  void shouldNameEveryWordOfAnAlert() throws IOException {
    // When
    JsonNode alert = Schemas.text("alert");

    // Then
    assertThat(words(alert, "status"))
        .containsExactlyElementsOf(Arrays.stream(AlertStatus.values()).map(Wire::wire).toList());
    assertThat(words(alert, "severity"))
        .containsExactlyElementsOf(Arrays.stream(Severity.values()).map(Wire::wire).toList());
  }

  private static List<String> words(JsonNode schema, String field) {
    List<String> words = new ArrayList<>();
    schema.at("/properties/" + field + "/enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  @Test
  void shouldTakeARawRequestWithEverything() throws IOException {
    // Given
    String raw =
        """
        {"request_id":"req-81","operation_id":"op-7","parent_id":"call-3",
         "timestamp":"2026-11-01T12:00:00.000Z","duration_ms":1840,"gateway":"anannas","api":"chat_completions","provider":"openai",
         "model":"gpt-5-mini","served_model":"gpt-5-mini-2026","tenant":"acme","api_key_id":"key_7",
         "client":"openai-python/2.8.0","environment":"prod",
         "request":{"method":"POST","path":"/v1/chat/completions",
           "headers":{"idempotency-key":"k1","x-stainless-retry-count":"1"},"body_sha256":"00"},
         "response":{"status":429,"headers":{"retry-after":"20"},"body":{"error":{"code":"x"}},
           "stream":null,"ended":"complete"},
         "usage":{"input_tokens":812,"output_tokens":0,"cost_usd":0.0},
         "credit":{"balance_usd":3.2},
         "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","else":1}
        """;

    // When / Then
    assertThat(Schemas.mistakes("raw-request", raw)).isEmpty();
    assertThat(Schemas.mistakes("raw-request", "{}")).isNotEmpty();
  }

  @Test
  void shouldTakeAStreamChunk() throws IOException {
    // Given
    String chunk =
        """
        {"request_id":"req-81","seq":4,"timestamp":"2026-11-01T12:00:00.000Z",
         "data":"data: {}\\n\\n","ended":null}
        """;

    // When / Then
    assertThat(Schemas.mistakes("stream-chunk", chunk)).isEmpty();
    assertThat(Schemas.mistakes("stream-chunk", "{\"seq\":-1}")).isNotEmpty();
  }

  @Test
  void shouldRefuseAnAttemptThatIsHalfHealthy() throws IOException {
    // Given
    String half =
        """
        {"request_id":"r","operation_id":"o","attempt_key_basis":"request_id",
         "event_time":"2026-11-01T12:00:00.000Z","ingest_time":"2026-11-01T12:00:00.000Z",
         "streamed":false,"catalog_version":"1","category":"timeout"}
        """;

    // When / Then
    assertThat(Schemas.mistakes("attempt", half)).isNotEmpty();
  }
}
