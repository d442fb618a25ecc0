package io.gatewayanalyzer.core.count;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.StreamVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CountLaws {
  private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();

  @Property(tries = 500)
  void shouldAddUpInAnyOrder(
      @ForAll("counts") List<Addition> one,
      @ForAll("counts") List<Addition> two,
      @ForAll("counts") List<Addition> three) {
    // given
    Counts leftFirst = counts(one);
    Counts rightFirst = counts(one);
    Counts rest = counts(two);
    Counts backwards = counts(three);

    // when
    leftFirst.add(counts(two));
    leftFirst.add(counts(three));
    rest.add(counts(three));
    rightFirst.add(rest);
    backwards.add(counts(two));
    backwards.add(counts(one));

    // then
    assertThat(rightFirst).isEqualTo(leftFirst);
    assertThat(backwards).isEqualTo(leftFirst);
  }

  /** How the attempts are cut, into tasks and into takes, changes nothing. */
  @Property(tries = 200)
  void shouldTotalAsAPlainCountWhateverTheSlicing(
      @ForAll("happenings") List<Happening> happenings,
      @ForAll("slices") List<Integer> tasks,
      @ForAll("slices") List<Integer> takes) {
    // given
    Counter whole = new Counter();
    List<Counter> parts = List.of(new Counter(), new Counter(), new Counter());
    Cells merged = new Cells();

    // when
    for (int i = 0; i < happenings.size(); i++) {
      Counter part = parts.get(tasks.get(i % tasks.size()) % parts.size());
      whole.add(happenings.get(i).attempt());
      part.add(happenings.get(i).attempt());
      if (takes.get(i % takes.size()) == 0) {
        merged.take(part);
      }
    }
    parts.forEach(merged::take);

    // then
    assertThat(merged.byBucket()).isEqualTo(new Cells().take(whole).byBucket());
    assertThat(total(merged, Measure.ATTEMPTS)).isEqualTo(happenings.size());
    assertThat(total(merged, Measure.HEALTHY))
        .isEqualTo(happenings.stream().filter(one -> one.verdict() == null).count());
    for (ErrorCategory category : CATEGORIES) {
      assertThat(total(merged, Measure.attemptsOf(category)))
          .isEqualTo(happenings.stream().filter(one -> failedOf(one, category)).count());
    }
  }

  @Property(tries = 500)
  void shouldReadBackWhatItWrote(@ForAll("deltas") List<Delta> deltas) {
    // given
    DeltasReader reader = new DeltasReader();
    Taken taken = new Taken();

    // when
    reader.read(DeltasWriter.write("3_1", 12_345, deltas), taken);
    reader.read(DeltasWriter.write("3_2", 23_456, List.of()), taken);

    // then
    assertThat(taken.byScope).isEqualTo(deltas.stream().collect(groupingBy(Delta::scope)));
    assertThat(taken.reached).endsWith("3_2 23456").hasSize(deltas.isEmpty() ? 2 : 1);
  }

  @Example
  void shouldRefuseCountsOfAnotherVersion() {
    assertThatThrownBy(() -> new DeltasReader().read(new byte[] {9, 0}, new Taken()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("counts of version 9; this program reads version 1");
  }

  @Provide
  Arbitrary<List<Addition>> counts() {
    Arbitrary<Addition> sums =
        Combinators.combine(
                Arbitraries.integers().between(0, Measure.COUNT - 1), Arbitraries.longs())
            .as((index, amount) -> counts -> counts.add(new Measure(index), amount));
    Arbitrary<Addition> samples = sample().map(sample -> counts -> counts.add(sample));
    Arbitrary<Addition> balances = balance().map(balance -> counts -> counts.add(balance));
    return Arbitraries.oneOf(sums, samples, balances).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    Arbitrary<Integer> kinds = Arbitraries.integers().between(0, CATEGORIES.length + 2);
    return Combinators.combine(
            Arbitraries.integers().between(0, 99),
            Arbitraries.longs().between(0, 60_000),
            Arbitraries.longs().between(-1, 30_000),
            Arbitraries.of("t", "u", null),
            kinds)
        .as(CountLaws::happening)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<Integer>> slices() {
    return Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(7);
  }

  @Provide
  Arbitrary<List<Delta>> deltas() {
    return Combinators.combine(
            scope(),
            Arbitraries.longs(),
            Arbitraries.longs().array(long[].class).ofMaxSize(12).map(Sums::of),
            sample().list().ofMaxSize(5),
            balance().injectNull(0.3))
        .as(
            (scope, bucketMs, values, samples, balance) ->
                new Delta(scope, bucketMs, values, samples, balance, 12_345, "3_1"))
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<Scope> scope() {
    return Combinators.combine(
            texts(), Arbitraries.maps(texts(), texts()).ofMaxSize(5).map(TreeMap::new))
        .as(Scope::new);
  }

  private static Arbitrary<Sample> sample() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 5),
            Arbitraries.of(CATEGORIES[0], CATEGORIES[1], null),
            Arbitraries.of("a", "b", "c"),
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            Arbitraries.longs().between(-1, 3))
        .as(Sample::new);
  }

  private static Arbitrary<Balance> balance() {
    return Combinators.combine(
            Arbitraries.doubles().between(-10, 10), Arbitraries.longs().between(0, 3))
        .as(Balance::new);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aé√ 1").ofMaxLength(4);
  }

  private static Happening happening(int id, long startMs, long tookMs, String tenant, int kind) {
    Happening ok = Happening.ok("r" + id, startMs, tookMs).loggedAt(startMs + 40_000).of(tenant);
    if (kind < CATEGORIES.length) {
      return ok.failing(CATEGORIES[kind]);
    }
    return kind == CATEGORIES.length ? ok.with(200, StreamVerdict.COMPLETED, null) : ok;
  }

  private static boolean failedOf(Happening one, ErrorCategory category) {
    return one.verdict() != null && one.verdict().category() == category;
  }

  private static Counts counts(List<Addition> additions) {
    Counts counts = new Counts();
    additions.forEach(addition -> addition.addTo(counts));
    return counts;
  }

  private static long total(Cells cells, Measure measure) {
    return cells.byBucket().values().stream()
        .flatMap(places -> places.values().stream())
        .mapToLong(counts -> counts.get(measure))
        .sum();
  }

  /** Something added to counts. */
  interface Addition {
    void addTo(Counts counts);
  }

  private static final class Taken implements DeltasReader.Taker {
    private final Map<Scope, List<Delta>> byScope = new HashMap<>();
    private final List<String> reached = new ArrayList<>();

    @Override
    public void take(byte[] key, List<Delta> deltas) {
      Scope scope = deltas.get(0).scope();
      assertThat(key).isEqualTo(ScopeCodec.toBytes(scope));
      assertThat(byScope.put(scope, deltas)).isNull();
    }

    @Override
    public void reached(String source, long clockMs) {
      reached.add(source + " " + clockMs);
    }
  }
}
