package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmplificationTest {
  private static final long NOW_MS = 1_793_534_400_000L;

  private final Amplification amplification = new Amplification();

  @Test
  void shouldDivideAttemptsByOperations() {
    // when
    amplification.add(1, NOW_MS);
    amplification.add(4, NOW_MS + 60_000);

    // then
    assertThat(amplification.ratio(NOW_MS + 60_000)).isEqualTo(2.5);
  }

  @Test
  void shouldForgetWhatIsOlderThanFiveMinutes() {
    // given
    amplification.add(9, NOW_MS);
    amplification.add(1, NOW_MS + 200_000);

    // when
    double ratio = amplification.ratio(NOW_MS + 310_000);

    // then
    assertThat(ratio).isEqualTo(1.0);
  }

  @Test
  void shouldSayNothingWhenNothingWasClosed() {
    // given
    amplification.add(9, NOW_MS);

    // when
    double ratio = amplification.ratio(NOW_MS + 600_000);

    // then
    assertThat(ratio).isNaN();
  }
}
