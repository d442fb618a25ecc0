package io.gatewayanalyzer.core.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
  @Test
  void shouldWriteAMappingAsJson() {
    // given
    String yaml =
        """
        scenario: A body may be text or a JSON value.
        given:
          response:
            status: 429
            body: {error: {code: null, retry_after: 2.5}}
            stream: |
              data: {"a":"b"}

        then:
          category: rate_limited
          advised_wait_ms: 2500
        """;
    // when
    Scenario scenario = ScenarioReader.read("topic/case.yaml", yaml);
    // then
    assertThat(new String(scenario.record(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"response\":{\"status\":429,\"body\":{\"error\":{\"code\":null,"
                + "\"retry_after\":2.5}},\"stream\":\"data: {\\\"a\\\":\\\"b\\\"}\\u000a\"}}");
    assertThat(scenario.then())
        .isEqualTo(
            Map.of(Expectation.CATEGORY, "rate_limited", Expectation.ADVISED_WAIT_MS, "2500"));
  }

  @Test
  void shouldTakeATextAsTheExactRecord() {
    // given
    String yaml =
        "{scenario: s, given: \"{\\\"response\\\":\", then: {undecodable: malformed_json}}";
    // when
    Scenario scenario = ScenarioReader.read("topic/case.yaml", yaml);
    // then
    assertThat(scenario.record()).asString().isEqualTo("{\"response\":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{scenario: s, given: {response: {}}, than: {healthy: true}} | unknown keys [than]",
        "{scenario: s, given: {respose: {}}, then: {healthy: true}} | accepted: [api, api_key_id",
        "{scenario: s, given: {response: {state: 1}}, then: {healthy: true}} | accepted: [body,",
        "{scenario: s, given: {response: {}}, then: {categry: timeout}} | accepted: healthy, cat",
        "{scenario: s, given: {response: {}}, then: {category: slow}} | accepted: invalid_request",
        "{scenario: s, given: {response: {}}, then: {}} | expects nothing",
        "{scenario: s, given: {response: {}}} | \"then\" is missing",
        "{scenario: s, given: [1], then: {healthy: true}} | given must be a mapping",
        "{scenario: s, given: {response: {}}, then: [ | topic/case.yaml",
      })
  void shouldNameTheFileTheMistakeAndWhatIsAccepted(String yaml, String message) {
    assertThatThrownBy(() -> ScenarioReader.read("topic/case.yaml", yaml))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("topic/case.yaml: ")
        .hasMessageContaining(message);
  }
}
