package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.config.TracesSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkLogTest {
  private final Logger sdk = Logger.getLogger("io.opentelemetry");
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          warnings.add(logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    sdk.addHandler(listener);
  }

  @AfterEach
  void restore() {
    sdk.removeHandler(listener);
    SdkLog.divert();
  }

  @Test
  void shouldNotWarnOfWhatIsTriedToFindTheWrongVariable() {
    // Given
    Map<String, String> environment =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://localhost:4318",
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "carrier-pigeon");

    // When
    ThrowingCallable start = () -> Traces.of(TracesSettings.defaults(), environment);

    // Then
    assertThatThrownBy(start).isInstanceOf(ConfigException.class).hasMessageContaining("_PROTOCOL");
    assertThat(warnings).isEmpty();
  }

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
