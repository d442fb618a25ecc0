package io.gatewayanalyzer.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BaselineLaws {
  private static final long MINUTE_MS = 60_000;

  /** 240 bins of a byte and a weight for the last days, 60 for the hour, 168 hours of 7 bytes. */
  private static final int BOUND = 240 * 5 + 60 * 4 + 168 * 7 + 20;

  private record Minute(long startMs, long count) {}

  @Property
  void shouldNotDependOnTheOrderWithinAnHour(
      @ForAll("counts") @Size(min = 1, max = 60) List<Long> counts, @ForAll long seed) {
    // given
    List<Minute> minutes = minutes(counts, MINUTE_MS);
    List<Minute> shuffled = new ArrayList<>(minutes);
    Collections.shuffle(shuffled, new Random(seed));

    // when
    Baseline baseline = learned(shuffled);

    // then
    assertThat(baseline).isEqualTo(learned(minutes));
  }

  @Property
  void shouldFindHigherCountsOdder(
      @ForAll("counts") @Size(max = 100) List<Long> counts,
      @ForAll @LongRange(max = 1_000_000) long count,
      @ForAll @LongRange(min = 1, max = 1_000_000) long more) {
    // given
    Baseline baseline = learned(minutes(counts, MINUTE_MS));

    // when
    double higher = baseline.z(0, count + more);

    // then
    assertThat(higher).isGreaterThan(baseline.z(0, count));
  }

  @Property
  void shouldFindTheMedianUsual(@ForAll("counts") @Size(min = 1, max = 100) List<Long> counts) {
    // given
    Baseline baseline = learned(minutes(counts, MINUTE_MS));
    long median = Math.round(baseline.median(0));

    // when
    double z = baseline.z(0, median);

    // then: zero events are 1.2 deviations below what a median of zero allows at most
    assertThat(z).isBetween(-1.2, 0.6);
  }

  @Property
  void shouldKnowSmallCountsExactly(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 31) Long> counts) {
    // given
    long[] sorted = counts.stream().mapToLong(Long::longValue).sorted().toArray();
    double median = sorted[(sorted.length - 1) / 2];
    double[] distances = Arrays.stream(sorted).mapToDouble(x -> Math.abs(x - median)).toArray();
    Arrays.sort(distances);

    // when
    Baseline baseline = learned(minutes(counts, MINUTE_MS));

    // then
    assertThat(baseline.median(0)).isEqualTo(median);
    assertThat(baseline.deviation(0)).isEqualTo(distances[(distances.length - 1) / 2]);
  }

  @Property(tries = 50)
  void shouldStaySmallWhateverIsCounted(@ForAll long seed) {
    // given
    Random random = new Random(seed);
    Baseline baseline = Baseline.NONE;

    // when
    for (long minute = 0; minute < 15 * 24 * 60; minute++) {
      baseline = baseline.plus(minute * MINUTE_MS, random.nextLong() >>> random.nextInt(64));
    }

    // then
    assertThat(packed(baseline)).hasSizeLessThan(BOUND);
  }

  @Property
  void shouldReadBackWhatItWrote(
      @ForAll("counts") @Size(max = 200) List<Long> counts,
      @ForAll @LongRange(min = 1, max = 100) long stepMinutes) {
    // given
    Baseline baseline = learned(minutes(counts, stepMinutes * MINUTE_MS)).until(7);

    // when
    Baseline again = Baseline.read(new StateReader(packed(baseline)));

    // then
    assertThat(again).isEqualTo(baseline);
  }

  @Provide
  Arbitrary<List<Long>> counts() {
    return Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.longs().between(0, 8)),
            Tuple.of(2, Arbitraries.longs().between(0, 300)),
            Tuple.of(1, Arbitraries.longs().between(0, 1L << 40)))
        .list();
  }

  private static List<Minute> minutes(List<Long> counts, long stepMs) {
    List<Minute> minutes = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      minutes.add(new Minute(i * stepMs, counts.get(i)));
    }
    return minutes;
  }

  private static Baseline learned(List<Minute> minutes) {
    Baseline baseline = Baseline.NONE;
    for (Minute minute : minutes) {
      baseline = baseline.plus(minute.startMs(), minute.count());
    }
    return baseline;
  }

  private static byte[] packed(Baseline baseline) {
    StateWriter out = new StateWriter();
    baseline.write(out);
    return out.toBytes();
  }
}
