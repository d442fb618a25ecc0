package io.gatewayanalyzer.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.count.Sums;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HistoryLaws {
  private static final long STEP_MS = 10_000;
  private static final long MINUTE_MS = 60_000;
  private static final long NOW_MS = 3_600_000;
  private static final List<Policy.Tier> TIERS =
      List.of(
          new Policy.Tier(STEP_MS, 5 * MINUTE_MS),
          new Policy.Tier(MINUTE_MS, 20 * MINUTE_MS),
          new Policy.Tier(5 * MINUTE_MS, 60 * MINUTE_MS));

  private record Entry(long timeMs, long first, long second) {
    Sums sums() {
      return Sums.of(first, second);
    }
  }

  @Property(tries = 500)
  void shouldSumWhatTheStepsOfTheWindowHold(
      @ForAll("entries") List<Entry> entries, @ForAll("windows") long windowMs) {
    // given
    long stepMs = TIERS.stream().filter(t -> t.lengthMs() >= windowMs).findFirst().get().stepMs();
    // when
    Sums sum = history(entries).at(NOW_MS).sum(NOW_MS, windowMs);
    // then
    Sums expected = Sums.zero(2);
    for (Entry entry : entries) {
      long endMs = (entry.timeMs() / stepMs + 1) * stepMs;
      expected = endMs > NOW_MS - windowMs ? expected.plus(entry.sums()) : expected;
    }
    assertThat(sum).isEqualTo(expected);
  }

  @Property(tries = 300)
  void shouldSumAMinuteThatIsOver(
      @ForAll("entries") List<Entry> entries, @ForAll("minutes") long minutesAgo) {
    // given
    long endMs = NOW_MS - minutesAgo * MINUTE_MS;
    // when
    Sums sum = history(entries).at(NOW_MS).sum(endMs, MINUTE_MS);
    // then
    Sums expected = Sums.zero(2);
    for (Entry entry : entries) {
      boolean within = entry.timeMs() >= endMs - MINUTE_MS && entry.timeMs() < endMs;
      expected = within ? expected.plus(entry.sums()) : expected;
    }
    assertThat(sum).isEqualTo(expected);
  }

  @Property(tries = 300)
  void shouldNotDependOnTheOrderNorOnWhenItForgets(
      @ForAll("entries") List<Entry> entries, @ForAll long seed) {
    // given
    Random random = new Random(seed);
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    // when
    History history = History.of(TIERS, 2).at(0);
    long timeMs = 0;
    for (Entry entry : shuffled) {
      timeMs += random.nextLong(NOW_MS - timeMs + 1);
      history = history.at(timeMs).plus(entry.timeMs(), entry.sums());
    }
    // then
    assertThat(history.at(NOW_MS)).isEqualTo(history(entries).at(NOW_MS));
  }

  @Property(tries = 300)
  void shouldChangeNowhereButWhereItSaysThatSomethingLeaves(
      @ForAll("entries") List<Entry> entries, @ForAll("windows") long windowMs) {
    // given
    History history = history(entries).at(NOW_MS);
    // when
    long leavesMs = history.leavesMs(windowMs);
    // then
    Sums now = history.sum(NOW_MS, windowMs);
    long lastMs = NOW_MS + windowMs + 2 * TIERS.get(2).stepMs();
    for (long timeMs = NOW_MS; timeMs < Math.min(leavesMs, lastMs); timeMs += STEP_MS) {
      assertThat(history.at(timeMs).sum(timeMs, windowMs)).isEqualTo(now);
    }
    if (leavesMs < Long.MAX_VALUE) {
      assertThat(history.at(leavesMs).sum(leavesMs, windowMs)).isNotEqualTo(now);
    } else {
      assertThat(now.isZero()).isTrue();
    }
  }

  @Property(tries = 300)
  void shouldBeEmptyWhenItSays(@ForAll("entries") List<Entry> entries) {
    // given
    History history = history(entries).at(NOW_MS);
    // when
    long emptyMs = history.emptyMs();
    // then
    assertThat(history.isEmpty()).isEqualTo(emptyMs < 0);
    if (emptyMs >= 0) {
      assertThat(history.at(emptyMs - 1).isEmpty()).isFalse();
      assertThat(history.at(emptyMs).isEmpty()).isTrue();
    }
  }

  @Property(tries = 100)
  void shouldShowInOtherTiersWhatItStillKnows(@ForAll("entries") List<Entry> entries) {
    // given
    List<Policy.Tier> others = List.of(new Policy.Tier(2 * MINUTE_MS, 20 * MINUTE_MS));
    // when
    History other = history(entries).at(NOW_MS).in(others);
    // then
    assertThat(other.fits(others)).isTrue();
    assertThat(other.sum(NOW_MS, 18 * MINUTE_MS))
        .isEqualTo(history(entries).at(NOW_MS).sum(NOW_MS, 18 * MINUTE_MS));
  }

  @Provide
  Arbitrary<List<Entry>> entries() {
    return Combinators.combine(
            Arbitraries.longs().between(0, NOW_MS - 1),
            Arbitraries.longs().between(1, 5),
            Arbitraries.longs().between(0, 1_000_000))
        .as(Entry::new)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Long> windows() {
    return Arbitraries.of(1L, 2L, 5L, 15L, 20L, 60L).map(minutes -> minutes * MINUTE_MS);
  }

  @Provide
  Arbitrary<Long> minutes() {
    return Arbitraries.longs().between(0, 15);
  }

  private static History history(List<Entry> entries) {
    History history = History.of(TIERS, 2);
    for (Entry entry : entries) {
      history = history.plus(entry.timeMs(), entry.sums());
    }
    return history;
  }
}
