package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditsTest {
  private static final long NOW_MS = 1_793_534_400_000L;

  private int leftOut;
  private final Credits credits = new Credits(() -> leftOut++);

  @Test
  void shouldShowThePoorestAccountAndTheOneThatEndsFirst() {
    // when
    credits.heard("3_0", "g", "rich", 900, 60, NOW_MS);
    credits.heard("3_0", "g", "poor", 2, 86_400, NOW_MS);

    // then
    assertThat(balances(NOW_MS)).isEqualTo(Map.of("g", 2.0));
    assertThat(runways(NOW_MS)).isEqualTo(Map.of("g", 60.0));
  }

  @Test
  void shouldSayNothingOfARunwayThatIsNotKnownYet() {
    // when
    credits.heard("3_0", "g", "tenant", 5, Double.NaN, NOW_MS);

    // then
    assertThat(balances(NOW_MS)).isEqualTo(Map.of("g", 5.0));
    assertThat(runways(NOW_MS)).isEmpty();
  }

  @Test
  void shouldForgetAccountsThatNobodySpeaksOf() {
    // given
    credits.heard("3_0", "g", "gone", 1, 60, NOW_MS);
    credits.heard("3_0", "g", "here", 5, 90, NOW_MS + Credits.FRESH_MS);

    // when
    Map<String, Double> left = balances(NOW_MS + Credits.FRESH_MS + 1);

    // then
    assertThat(left).isEqualTo(Map.of("g", 5.0));
  }

  @Test
  void shouldForgetWhatATaskSaidWhenItIsGone() {
    // given
    credits.heard("3_0", "g", "moved", 1, 60, NOW_MS);
    credits.heard("3_1", "h", "here", 5, 90, NOW_MS);

    // when
    credits.gone("3_0");

    // then
    assertThat(balances(NOW_MS)).isEqualTo(Map.of("h", 5.0));
    assertThat(runways(NOW_MS)).isEqualTo(Map.of("h", 90.0));
  }

  @Test
  void shouldCountWhatItHasNoPlaceForAndMakePlaceOnceAMinute() {
    // given
    for (int i = 0; i < Credits.MOST; i++) {
      credits.heard("3_0", "g", "tenant-" + i, 5, 90, NOW_MS);
    }
    long laterMs = NOW_MS + Credits.FRESH_MS;
    credits.heard("3_0", "g", "too many", 1, 60, laterMs);

    // when
    credits.heard("3_0", "g", "too soon", 2, 60, laterMs + 1);
    credits.heard("3_0", "g", "in time", 3, 60, laterMs + 60_000);

    // then
    assertThat(leftOut).isEqualTo(2);
    assertThat(balances(laterMs + 60_000)).isEqualTo(Map.of("g", 3.0));
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
