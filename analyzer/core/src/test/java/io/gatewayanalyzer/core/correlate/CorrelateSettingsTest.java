package io.gatewayanalyzer.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CorrelateSettingsTest {
  @Test
  void shouldHaveDefaults() {
    // When
    CorrelateSettings settings = CorrelateSettings.DEFAULTS;

    // Then
    assertThat(settings)
        .isEqualTo(new CorrelateSettings(Duration.ofMinutes(2), Duration.ofSeconds(10)));
  }

  @Test
  void shouldRefuseAGapThatIsNone() {
    // When
    ThrowingCallable settings = () -> new CorrelateSettings(Duration.ZERO, Duration.ZERO);

    // Then
    assertThatThrownBy(settings).hasMessage("correlate.gap must be positive: PT0S");
  }

  @Test
  void shouldRefuseAGraceBeforeTheEnd() {
    // When
    ThrowingCallable settings =
        () -> new CorrelateSettings(Duration.ofSeconds(1), Duration.ofMillis(-1));

    // Then
    assertThatThrownBy(settings).hasMessage("correlate.grace must not be negative: PT-0.001S");
  }
}
