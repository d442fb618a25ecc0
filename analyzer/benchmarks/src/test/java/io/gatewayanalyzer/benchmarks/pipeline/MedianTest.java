package io.gatewayanalyzer.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {
  private static final int RUNS = 2_000;

  @Test
  void shouldGiveLeastAndMostOfAFewRounds() {
    // Given
    double[] ratios = {0.9, 1.2, 0.8, 1.0};

    // When
    Median median = Median.of(ratios);

    // Then
    assertThat(median).isEqualTo(new Median(0.95, 0.8, 1.2));
  }

  @Test
  void shouldHoldTheTrueMedianInNineteenOfTwentyRuns() {
    // Given
    Random random = new Random(7);

    // When
    long held =
        IntStream.range(0, RUNS)
            .mapToObj(run -> Median.of(random.doubles(30).map(x -> x * x).toArray()))
            .filter(median -> median.low() <= 0.25 && median.high() >= 0.25)
            .count();

    // Then
    assertThat(held / (double) RUNS).isBetween(0.94, 0.97);
  }
}
