package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.Shape;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Limit 60, used 61|Limit 8000, used 9123",
        "Model gpt-5-mini is down|Model claude-opus is down",
        "Model `foo` not found|Model `bar baz` not found",
        "The model 'a' does not exist|The model 'another one' does not exist",
        "See https://a.invalid/x for more|See https://b.invalid/y?z=1 for more",
        "Request req_011CbrF failed|Request req_9Zxx7 failed",
        "Tokens used: 1, 2, 3 of all|Tokens used: 1 of all",
        "Try again in 20s.|Try again in 1m30s.",
        "Org meta/llama is off|Org acme/other is off",
        "LIMIT reached|limit  reached",
        "key sk-fake-abcdefghijklmnopqrstuvwxyz is bad|key sk-fake-zyxwvutsrqponmlkjihgfedcba is bad",
      })
  void shouldBeTheSameForOtherValues(String one, String other) {
    // Given
    ErrorFacts facts = ErrorFacts.ofText(Shape.TEXT, one);

    // When
    String fingerprint = Fingerprint.of(facts, 429);

    // Then
    assertThat(fingerprint)
        .matches("[0-9a-f]{16}")
        .isEqualTo(Fingerprint.of(ErrorFacts.ofText(Shape.TEXT, other), 429));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rate limit reached|Token limit reached",
        "The key doesn't work|The key does work",
        "余额不足|请求过快",
      })
  void shouldDifferForOtherWords(String one, String other) {
    // Given
    ErrorFacts facts = ErrorFacts.ofText(Shape.TEXT, one);

    // When
    String fingerprint = Fingerprint.of(facts, 429);

    // Then
    assertThat(fingerprint).isNotEqualTo(Fingerprint.of(ErrorFacts.ofText(Shape.TEXT, other), 429));
  }

  @Test
  void shouldDifferForAnotherCodeTypeNameShapeClassOrWrappedError() {
    // Given
    Evidences base = Evidences.status(0).code("a").type("t").message("no");
    ErrorFacts facts = base.facts();

    // When
    String fingerprint = Fingerprint.of(facts, 400);

    // Then
    assertThat(fingerprint)
        .isEqualTo(Fingerprint.of(facts, 422))
        .isNotEqualTo(Fingerprint.of(facts, 500))
        .isNotEqualTo(Fingerprint.of(base.code("b").facts(), 400))
        .isNotEqualTo(Fingerprint.of(base.code("a").type("u").facts(), 400))
        .isNotEqualTo(Fingerprint.of(base.type("t").names("n").facts(), 400))
        .isNotEqualTo(Fingerprint.of(base.names().shape(Shape.FLAT).facts(), 400))
        .isNotEqualTo(
            Fingerprint.of(base.shape(Shape.OPENAI).wrapping(Evidences.status(0)).facts(), 400));
  }

  @Test
  void shouldTellUndecodableBytesByReasonAndKind() {
    // Given
    byte[] bytes = "{\"a\": 12".getBytes(StandardCharsets.UTF_8);

    // When
    String fingerprint = Fingerprint.ofUndecodable("not_json", bytes);

    // Then
    byte[] alike = "{\"bcd\": 7".getBytes(StandardCharsets.UTF_8);
    byte[] other = "<html>".getBytes(StandardCharsets.UTF_8);
    assertThat(fingerprint)
        .isEqualTo(Fingerprint.ofUndecodable("not_json", alike))
        .isNotEqualTo(Fingerprint.ofUndecodable("too_large", bytes))
        .isNotEqualTo(Fingerprint.ofUndecodable("not_json", other))
        .isNotEqualTo(Fingerprint.ofUndecodable("not_json", null));
  }
}
