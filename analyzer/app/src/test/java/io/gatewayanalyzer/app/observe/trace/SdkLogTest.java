package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkLogTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Failed to export 4 spans. The request could not be executed. Error message: Bearer fake-pw"
            + " | Failed to export 4 spans. The request could not be executed.",
        "Failed to export spans. Server responded with HTTP status code 401. Error message: no fake-pw"
            + " | Failed to export spans. Server responded with HTTP status code 401.",
        "Failed to export spans. The request could not be executed. Full error message: fake-pw"
            + " | Failed to export spans. The request could not be executed.",
        "Too many open files | Too many open files",
      })
  void shouldNotRepeatWhatAReceiverSaid(String logged, String said) {
    assertThat(SdkLog.said(logged)).isEqualTo(said);
  }
}
