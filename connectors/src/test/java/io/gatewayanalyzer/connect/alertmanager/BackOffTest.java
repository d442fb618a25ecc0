package io.gatewayanalyzer.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 2000", "5, 16000", "6, 30000", "1000, 30000"})
  void shouldDoubleUpToTheLimit(int failures, long expectedMs) {
    // when
    long wait = backOff.waitMs(failures, 1.0);
    // then
    assertThat(wait).isEqualTo(expectedMs);
  }

  @Property
  void shouldNeverTakeMoreThanHalfAway(
      @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(max = 1) double random) {
    // when
    long wait = backOff.waitMs(failures, random);
    // then
    assertThat(wait).isBetween(backOff.waitMs(failures, 0), backOff.waitMs(failures, 1));
    assertThat(2 * backOff.waitMs(failures, 0)).isEqualTo(backOff.waitMs(failures, 1));
  }
}
