package io.gatewayanalyzer.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final long WEEK_MS = 7 * 24 * HOUR_MS;

  @Test
  void shouldHoldNothingForUsualBeforeItLearned() {
    // given
    Baseline baseline = Baseline.NONE;

    // when
    double z = baseline.z(0, 5);

    // then
    assertThat(z).isGreaterThan(3.5);
    assertThat(baseline.minutes()).isZero();
    assertThat(baseline.median(0)).isZero();
  }

  @Test
  void shouldKnowMedianAndDeviationExactly() {
    // given
    long[] counts = {7, 9, 8, 30, 12, 10, 9};

    // when
    Baseline baseline = learned(counts);

    // then
    assertThat(baseline.median(0)).isEqualTo(9);
    assertThat(baseline.deviation(0)).isEqualTo(1);
    assertThat(baseline.minutes()).isEqualTo(7);
  }

  @Test
  void shouldTellLargeCountsToATenth() {
    // given
    long[] counts = {1_000_000, 1_010_000, 990_000};

    // when
    Baseline baseline = learned(counts);

    // then
    assertThat(baseline.median(0)).isCloseTo(1_000_000, within(100_000.0));
  }

  @Test
  void shouldJudgeSmallCountsByThePoissonTail() {
    // given
    Baseline baseline = learned(1, 0, 1, 2, 0, 1, 0, 2, 1, 2, 0, 1, 1, 0, 3, 1);

    // when
    double z = baseline.z(0, 6);

    // then: the mid tail of six at a rate of one is 3.4e-4
    assertThat(z).isCloseTo(3.4, within(0.1));
  }

  @Test
  void shouldNotTakeASteadyCountForFreeOfNoise() {
    // given
    Baseline baseline = learned(16, 16, 16, 16, 16, 16);

    // when
    double z = baseline.z(0, 24);

    // then
    assertThat(z).isEqualTo(2);
  }

  @Test
  void shouldKnowBurstsThatComeAgainAndAgain() {
    // given: every tenth minute a batch runs into its limit
    Baseline baseline = Baseline.NONE;
    for (int i = 0; i < 600; i++) {
      baseline = baseline.plus(i * MINUTE_MS, i % 10 == 0 ? 40 : 0);
    }

    // when
    double z = baseline.z(600 * MINUTE_MS, 40);

    // then
    assertThat(z).isLessThan(2.5);
  }

  @Test
  void shouldForgetHalfInADay() {
    // given
    Baseline baseline = Baseline.NONE;
    for (int i = 0; i < 60; i++) {
      baseline = baseline.plus(i * MINUTE_MS, 3);
    }

    // when
    Baseline nextDay = baseline.plus(24 * HOUR_MS, 3);

    // then
    assertThat(nextDay.minutes()).isCloseTo(31, within(0.1));
  }

  @Test
  void shouldKnowTheHourOfTheWeekOnceTwoWeeksHaveIt() {
    // given: ten a minute at noon, none at night, for two weeks
    Baseline baseline = Baseline.NONE;
    for (long hour = 0; hour <= 14 * 24; hour++) {
      baseline = hourOf(baseline, hour, hour % 24 == 12 ? 10 : 0);
    }

    // when
    double atNight = baseline.median(2 * WEEK_MS + 3 * HOUR_MS);
    double atNoon = baseline.median(2 * WEEK_MS + 12 * HOUR_MS);

    // then
    assertThat(atNight).isZero();
    assertThat(atNoon).isEqualTo(10);
    assertThat(baseline.z(2 * WEEK_MS + 3 * HOUR_MS, 10)).isGreaterThan(3.5);
    assertThat(baseline.z(2 * WEEK_MS + 12 * HOUR_MS, 10)).isZero();
  }

  @Test
  void shouldNotTrustOneWeek() {
    // given
    Baseline baseline = Baseline.NONE;
    for (long hour = 0; hour <= 7 * 24; hour++) {
      baseline = hourOf(baseline, hour, hour % 24 == 12 ? 10 : 0);
    }

    // when
    double atNoon = baseline.median(WEEK_MS + 12 * HOUR_MS);

    // then
    assertThat(atNoon).isZero();
  }

  private static Baseline hourOf(Baseline baseline, long hour, long count) {
    Baseline next = baseline;
    for (int minute = 0; minute < 60; minute++) {
      next = next.plus(hour * HOUR_MS + minute * MINUTE_MS, count);
    }
    return next;
  }

  private static Baseline learned(long... counts) {
    Baseline baseline = Baseline.NONE;
    for (int i = 0; i < counts.length; i++) {
      baseline = baseline.plus(i * MINUTE_MS, counts[i]);
    }
    return baseline;
  }
}
