package io.gatewayanalyzer.core.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.json.Slice;
import org.junit.jupiter.api.Test;

class ErrorReaderTest {
  private static final long NOW = 1_793_534_400_000L;

  @Test
  void shouldKeepAStatusOutOfTheCode() {
    // When
    ErrorFacts facts = read("{\"error\":{\"message\":\"m\",\"type\":\"None\",\"code\":\"429\"}}");

    // Then
    assertThat(facts.code()).isNull();
    assertThat(facts.type()).isNull();
    assertThat(facts.declaredStatus()).isEqualTo(429);
    assertThat(facts.shape()).isEqualTo(Shape.OPENAI);
  }

  @Test
  void shouldUnwrapJsonTextInMetadata() {
    // When
    ErrorFacts facts =
        read(
            "{\"error\":{\"code\":429,\"message\":\"outer\",\"metadata\":{\"raw\":"
                + "\"{\\\"error\\\":{\\\"type\\\":\\\"tokens\\\",\\\"message\\\":\\\"inner\\\"}}\","
                + "\"provider_name\":\"P\",\"retry_after_seconds\":2.5}}}");

    // Then
    assertThat(facts.inner().type()).isEqualTo("tokens");
    assertThat(facts.inner().message()).isEqualTo("inner");
    assertThat(facts.providerName()).isEqualTo("P");
    assertThat(facts.advisedWaitMs()).isEqualTo(2500);
    assertThat(facts.metadata()).startsWith("{\"raw\"");
  }

  @Test
  void shouldReadClassNamesAndJsonOutOfProse() {
    // When
    ErrorFacts facts =
        read(
            "{\"error\":{\"message\":\"litellm.RateLimitError: RateLimitError: AcmeException -"
                + " {\\\"error\\\":{\\\"code\\\":\\\"slow\\\"}}\"}}");

    // Then
    assertThat(facts.inner().names()).containsExactly("RateLimitError", "AcmeException");
    assertThat(facts.inner().providerName()).isEqualTo("Acme");
    assertThat(facts.inner().inner().code()).isEqualTo("slow");
  }

  @Test
  void shouldReadGoogleDetails() {
    // When
    ErrorFacts facts =
        read(
            "[{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"m\","
                + "\"details\":[{\" @type\":\"x\",\"reason\":\"RATE_LIMIT_EXCEEDED\"},"
                + "{\"violations\":[{\"quotaId\":\"PerDay\"}]},{\"retryDelay\":\"34.4s\"}]}}]");

    // Then
    assertThat(facts.shape()).isEqualTo(Shape.GOOGLE);
    assertThat(facts.names()).containsExactly("RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED");
    assertThat(facts.limitType()).isEqualTo("PerDay");
    assertThat(facts.advisedWaitMs()).isEqualTo(34_400);
  }

  @Test
  void shouldReadWhatTheSenderSaysAboutRetrying() {
    // When
    ErrorFacts facts =
        read(
            "{\"error\":{\"error_type\":\"busy\",\"http_status\":503,"
                + "\"availability\":{\"code\":\"full\",\"retryable\":true,\"retry_after\":12}}}");

    // Then
    assertThat(facts.declaredRetryable()).isTrue();
    assertThat(facts.advisedWaitMs()).isEqualTo(12_000);
    assertThat(facts.declaredStatus()).isEqualTo(503);
    assertThat(facts.names()).contains("busy");
    assertThat(facts.code()).isEqualTo("full");
  }

  @Test
  void shouldMeasureAbsoluteTimesFromTheAttempt() {
    // When
    ErrorFacts facts =
        read("{\"error\":{\"message\":\"m\",\"resets_at\":" + (NOW / 1000 + 60) + "}}");

    // Then
    assertThat(facts.advisedWaitMs()).isEqualTo(60_000);
  }

  @Test
  void shouldReadPagesByTitleAndHeading() {
    // When
    ErrorFacts facts =
        read(
            "<!DOCTYPE html><html><head><title>a | 524: Slow</title></head><h1>Time <b>out</b></h1>");

    // Then
    assertThat(facts.shape()).isEqualTo(Shape.HTML);
    assertThat(facts.message()).isEqualTo("a | 524: Slow | Time out");
  }

  @Test
  void shouldReadAnEnvelopeWithAMisspelledKey() {
    // When
    ErrorFacts facts = read("{\"ferror\":{\"message\":\"m\",\"type\":\"t\"}}");

    // Then
    assertThat(facts.type()).isEqualTo("t");
    assertThat(facts.message()).isEqualTo("m");
  }

  @Test
  void shouldNameAnAwsExceptionByItsKeyOrItsType() {
    assertThat(read("{\"throttlingException\":{\"message\":\"m\"}}").names())
        .containsExactly("throttlingException");
    assertThat(read("{\"__type\":\"a.b#ThrottlingException\",\"message\":\"m\"}").names())
        .containsExactly("ThrottlingException");
  }

  @Test
  void shouldStopAtABoundedDepth() {
    // Given
    String deep = "{\"error\":".repeat(10_000) + "1" + "}".repeat(10_000);
    String wrapped = "{\"message\":\"x\"}";
    for (int i = 0; i < 12; i++) {
      wrapped = "{\"cause\":" + wrapped + "}";
    }

    // When
    ErrorFacts nested = read(deep);
    ErrorFacts chain = read(wrapped);

    // Then
    assertThat(nested).isNotNull();
    int layers = 0;
    for (ErrorFacts facts = chain; facts != null; facts = facts.inner()) {
      layers++;
    }
    assertThat(layers).isEqualTo(ErrorReader.MAX_LAYERS + 1);
  }

  private static ErrorFacts read(String payload) {
    return ErrorReader.read(Slice.of(payload), NOW);
  }
}
