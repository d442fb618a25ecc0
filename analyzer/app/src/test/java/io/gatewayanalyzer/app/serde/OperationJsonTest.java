package io.gatewayanalyzer.app.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.event.WaitVerdict;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationJsonTest {
  private static final Operation FULL =
      new Operation(
          "op-7",
          KeyBasis.OPERATION_ID,
          1_793_534_400_000L,
          1_793_534_424_500L,
          Outcome.NOT_RETRYABLE,
          3,
          1,
          1,
          ErrorCategory.INSUFFICIENT_CREDITS,
          List.of(ErrorCategory.RATE_LIMITED, ErrorCategory.INSUFFICIENT_CREDITS),
          List.of("openai", "say \"azure\""),
          List.of("gpt-5-mini"),
          "acme",
          "key_7",
          "openai-python/2.8.0",
          "anannas",
          Api.CHAT_COMPLETIONS,
          List.of(
              new Wait(1, 20_000, 20_400, WaitVerdict.HONOURED),
              new Wait(2, -1, 0, WaitVerdict.NO_HINT)),
          812,
          0.00123,
          "4bf92f3577b34da6a3ce929d0e0e4736",
          List.of("req-81", "req-82", "req-83"));

  private static final Operation BARE =
      new Operation(
          "req-1",
          KeyBasis.REQUEST_ID,
          0,
          0,
          Outcome.FIRST_TRY,
          1,
          0,
          0,
          null,
          List.of(),
          List.of(),
          List.of(),
          null,
          null,
          null,
          null,
          null,
          List.of(),
          0,
          0,
          null,
          List.of("req-1"));

  private final OperationJson operations = new OperationJson();

  @Test
  void shouldWriteEveryDocumentedField() throws IOException {
    // Given
    Operation operation = FULL;

    // When
    byte[] json = operations.write(operation);

    // Then
    assertThat(Schemas.mistakes("operation", json)).isEmpty();
    assertThat(Schemas.fields(json)).isEqualTo(Schemas.documented("operation"));
    assertThat(OperationReader.operation(json)).isEqualTo(operation);
  }

  @Test
  void shouldLeaveOutWhatIsUnknown() throws IOException {
    // Given
    operations.write(FULL);

    // When
    byte[] json = operations.write(BARE);

    // Then
    assertThat(new String(json, StandardCharsets.UTF_8))
        .doesNotContain("null", "tenant", "final_category")
        .contains("\"categories\":[],", "\"waits\":[],", "\"request_ids\":[\"req-1\"]}");
    assertThat(Schemas.mistakes("operation", json)).isEmpty();
    assertThat(OperationReader.operation(json)).isEqualTo(BARE);
  }

  static Stream<Arguments> closedWords() {
    return Stream.of(
        Arguments.of("/properties/outcome", Outcome.values()),
        Arguments.of("/properties/attempt_key_basis", KeyBasis.values()),
        Arguments.of("/properties/final_category", ErrorCategory.values()),
        Arguments.of("/properties/categories/items", ErrorCategory.values()),
        Arguments.of("/properties/waits/items/properties/verdict", WaitVerdict.values()));
  }

  @ParameterizedTest
  @MethodSource("closedWords")
  void shouldNameEveryClosedWord(String place, Wire[] words) throws IOException {
    // Given
    JsonNode listed = Schemas.text("operation").at(place + "/enum");

    // When
    List<String> documented = new ArrayList<>();
    listed.forEach(word -> documented.add(word.asText()));

    // Then
    assertThat(documented).containsExactlyElementsOf(Arrays.stream(words).map(Wire::wire).toList());
  }

  @Test
  void shouldNotQuoteWhatItCannotRead() {
    // Given
    byte[] json = "{\"attempts\":\"secret\"}".getBytes(StandardCharsets.UTF_8);

    // When / Then
    assertThatThrownBy(() -> OperationReader.operation(json))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("secret");
  }
}
