package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditsTest {
  private static final long NOW_MS = 1_793_534_400_000L;

  private final Credits credits = new Credits();

  @Test
  void shouldShowThePoorestAccountAndTheOneThatEndsFirst() {
    // when
    credits.heard("g", "rich", 900, 60, NOW_MS);
    credits.heard("g", "poor", 2, 86_400, NOW_MS);

    // then
    assertThat(balances(NOW_MS)).isEqualTo(Map.of("g", 2.0));
    assertThat(runways(NOW_MS)).isEqualTo(Map.of("g", 60.0));
  }

  @Test
  void shouldSayNothingOfARunwayThatIsNotKnownYet() {
    // when
    credits.heard("g", "tenant", 5, Double.NaN, NOW_MS);

    // then
    assertThat(balances(NOW_MS)).isEqualTo(Map.of("g", 5.0));
    assertThat(runways(NOW_MS)).isEmpty();
  }

  @Test
  void shouldForgetAccountsThatNobodySpeaksOf() {
    // given
    credits.heard("g", "gone", 1, 60, NOW_MS);
    credits.heard("g", "here", 5, 90, NOW_MS + Credits.FRESH_MS);

    // when
    Map<String, Double> left = balances(NOW_MS + Credits.FRESH_MS + 1);

    // then
    assertThat(left).isEqualTo(Map.of("g", 5.0));
  }

  private Map<String, Double> balances(long nowMs) {
    Map<String, Double> read = new HashMap<>();
    credits.readBalances((value, labels) -> read.put(labels[0], value), nowMs);
    return read;
  }

  private Map<String, Double> runways(long nowMs) {
    Map<String, Double> read = new HashMap<>();
    credits.readRunways((value, labels) -> read.put(labels[0], value), nowMs);
    return read;
  }
}
