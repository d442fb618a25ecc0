package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private final Classifier classifier = new Classifier(TestCatalogs.small());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60 RPM reached|REQUESTS",
        "Too many requests|REQUESTS",
        "Limit of 9,000 TPM reached|TOKENS",
        "tokens per min: too many requests|TOKENS",
        "too many concurrent requests|CONCURRENCY",
        "并发数超限|CONCURRENCY",
        "daily budget per minute spent|SPEND",
        "slow down|UNKNOWN",
      })
  void shouldReadWhatIsCountedFromProse(String message, LimitDimension dimension) {
    // Given
    Evidence evidence = Evidences.status(429).message(message).get();

    // When
    Verdict verdict = classifier.classify(evidence);

    // Then
    assertThat(verdict.limitDimension()).isEqualTo(dimension);
  }

  @Test
  void shouldBelieveThePayloadsOwnWordBeforeItsProse() {
    // Given
    Evidences evidence = Evidences.status(429).limitType("tokens").message("60 RPM reached");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.limitDimension()).isEqualTo(LimitDimension.TOKENS);
  }

  @ParameterizedTest
  @CsvSource({
    "x-ratelimit-remaining-requests, 0, REQUESTS",
    "x-ratelimit-remaining-tokens, 0, TOKENS",
    "anthropic-ratelimit-input-tokens-remaining, 0, TOKENS",
    "x-ratelimit-remaining-tokens, 12, UNKNOWN",
    "rate_limit_type, concurrent_requests, CONCURRENCY",
  })
  void shouldAskTheHeadersLast(String name, String value, LimitDimension dimension) {
    // Given
    Evidence evidence = Evidences.status(429).header(name, value).get();

    // When
    Verdict verdict = classifier.classify(evidence);

    // Then
    assertThat(verdict.limitDimension()).isEqualTo(dimension);
  }

  @Test
  void shouldNotGuessWhoseLimitAGatewaysStatusIs() {
    // Given
    Evidence evidence = Evidences.status(429).gateway("acme").get();

    // When
    Verdict verdict = classifier.classify(evidence);

    // Then
    assertThat(verdict.limitSource()).isEqualTo(LimitSource.UNKNOWN);
  }

  @Test
  void shouldCallTheProvidersOwnWordTheProvidersLimitWhenNoGatewayIsAbout() {
    // Given
    Evidence evidence = Evidences.status(429).provider("zenith").code("slow_down").get();

    // When
    Verdict verdict = classifier.classify(evidence);

    // Then
    assertThat(verdict.limitSource()).isEqualTo(LimitSource.PROVIDER);
  }
}
