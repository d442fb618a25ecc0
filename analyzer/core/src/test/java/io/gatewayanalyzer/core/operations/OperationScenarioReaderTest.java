package io.gatewayanalyzer.core.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationScenarioReaderTest {
  @ParameterizedTest
  @CsvSource({"800ms, 800", "21s, 21000", "1m30s, 90000", "0.5s, 500", "2h, 7200000", "0s, 0"})
  void shouldReadTimes(String text, long millis) {
    assertThat(Times.millis(text)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({"5", "s", "5 s", "-5s", "5sec"})
  void shouldRefuseWhatIsNoTime(String text) {
    assertThat(Times.millis(text)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{at: 5} | at must be a time such as 800ms, 21s or 1m30s, not 5",
        "{fails: badly} | fails cannot be badly; accepted: invalid_request,",
        "{after: 5s} | an attempt has keys [after]; accepted: [advised, arrives,",
        "{tokens: many} | tokens must be a number, not many",
      })
  void shouldNameTheMistakeInAnAttempt(String attempt, String mistake) {
    // Given
    String yaml = "scenario: x\njoined_by: stitched\nattempts: [" + attempt + "]\nthen: []\n";

    // When
    ThrowingCallable reading = () -> OperationScenarioReader.read("case.yaml", yaml);

    // Then
    assertThatThrownBy(reading).hasMessageStartingWith("case.yaml: " + mistake);
  }

  @Test
  void shouldNameAnUnknownExpectation() {
    // Given
    String yaml = "scenario: x\njoined_by: stitched\nattempts: []\nthen: [{result: good}]\n";

    // When
    ThrowingCallable reading = () -> OperationScenarioReader.read("case.yaml", yaml);

    // Then
    assertThatThrownBy(reading)
        .hasMessageStartingWith("case.yaml: unknown key result; accepted: operation_id,");
  }
}
