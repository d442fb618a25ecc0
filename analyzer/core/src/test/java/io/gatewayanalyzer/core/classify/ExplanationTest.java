package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationTest {
  private final Classifier classifier = new Classifier(TestCatalogs.small());

  @Test
  void shouldNameTheRuleItsSourceAndWhatMatched() {
    // Given
    Evidences evidence = Evidences.status(402).gateway("acme").limitSource("in_flight");

    // When
    Explanation explanation = classifier.explain(evidence.get());

    // Then
    assertThat(explanation.rule().id()).isEqualTo("acme/in-flight");
    assertThat(explanation.sources()).containsExactly("https://acme.invalid/docs/errors");
    assertThat(explanation.matched()).containsExactly("limit_source is in_flight", "status is 402");
    assertThat(explanation.facts()).contains("effective status 402");
  }

  @Test
  void shouldSayWhyOtherRulesLost() {
    // Given
    Evidences evidence =
        Evidences.status(500).gateway("acme").code("too_fast").type("upstream_error");

    // When
    Explanation explanation = classifier.explain(evidence.get());

    // Then
    assertThat(explanation.runnersUp())
        .extracting(runnerUp -> runnerUp.rule().id() + ": " + runnerUp.why())
        .contains(
            "acme/upstream: a generic rule; a strong rule goes first",
            "status/internal-server-error: a status rule; a strong rule goes first",
            "acme/behind-box: header is none of [server: acme-box*]");
  }

  @Test
  void shouldKeepASecretThatTheSenderWroteIntoACode() {
    // Given
    String secret = "sk-" + "abcdefghijklmnopqrstuvwx0123456789";

    // When
    Explanation explanation = classifier.explain(Evidences.status(401).code(secret).get());

    // Then
    assertThat(explanation.toString()).contains("[redacted");
    assertThat(String.join(" ", explanation.facts())).doesNotContain(secret);
    assertThat(String.join(" ", explanation.matched())).doesNotContain(secret);
  }
}
