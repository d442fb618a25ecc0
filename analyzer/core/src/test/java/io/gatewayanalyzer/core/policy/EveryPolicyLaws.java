package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.alert.AlertLine.EPOCH_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every policy there is, as it is set when the user sets nothing. */
class EveryPolicyLaws {
  private static final long STEP_MS = 10_000;
  private static final Policies ALL = AlertSettings.defaults().policies();

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void shouldSayTheSameHoweverTimeIsSlicedAndWhateverIsStored(
      @ForAll("days") List<Delta> deltas, @ForAll long seed) {
    // given
    Random random = new Random(seed);
    AlertLine line = new AlertLine(policies());
    // when
    long clockMs = 0;
    for (Delta delta : deltas) {
      long latestMs = delta.bucketMs() - EPOCH_MS + STEP_MS - 1;
      clockMs += random.nextLong(latestMs - clockMs + 1);
      line.passes(clockMs).arrives(delta);
    }
    line.ends();
    // then
    AlertLine atOnce = AlertLine.withoutStore(policies());
    deltas.forEach(atOnce::arrives);
    atOnce.ends();
    assertThat(line.eventsByScope()).isEqualTo(atOnce.eventsByScope());
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void shouldFireOnceAndResolveOnceAndForget(@ForAll("days") List<Delta> deltas) {
    // given
    AlertLine line = new AlertLine(policies());
    // when
    deltas.forEach(delta -> line.passes(delta.bucketMs() - EPOCH_MS + STEP_MS).arrives(delta));
    line.ends();
    // then
    assertThat(line.scopes()).isZero();
    Map<String, Alert> firing = new HashMap<>();
    for (Alert alert : line.alerts()) {
      assertThat(alert.annotations()).containsKeys("summary", "description", "runbook_url");
      assertThat(alert.labels()).containsKeys("alertname", "severity", "gateway", "scope");
      assertThat(alert.value()).isFinite();
      Alert before = firing.remove(alert.alertId());
      if (alert.firing()) {
        assertThat(before).isNull();
        firing.put(alert.alertId(), alert);
      } else {
        assertThat(before.startsAtMs()).isEqualTo(alert.startsAtMs()).isLessThan(alert.endsAtMs());
      }
    }
    assertThat(firing).isEmpty();
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void shouldKeepFewBytes(@ForAll("days") List<Delta> deltas) {
    // given
    AlertLine line = new AlertLine(policies());
    // when
    int most = 0;
    for (Delta delta : deltas) {
      line.passes(delta.bucketMs() - EPOCH_MS + STEP_MS).arrives(delta);
      most = Math.max(most, line.size(delta.scope()));
    }
    // then
    assertThat(most).isLessThan(10_000);
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void shouldBeQuietOnlyWhereNothingIsToBeSaid(@ForAll("days") List<Delta> deltas) {
    // given
    AlertLine line = AlertLine.withoutStore(policies());
    // when
    deltas.forEach(line::arrives);
    line.ends();
    // then
    AlertLine loud =
        AlertLine.withoutStore(ALL.all().stream().map(Loud::new).toArray(Policy[]::new));
    deltas.forEach(loud::arrives);
    loud.ends();
    assertThat(line.eventsByScope()).isEqualTo(loud.eventsByScope());
  }

  /** One that is never quiet. */
  private record Loud(Policy policy) implements Policy {
    @Override
    public String name() {
      return policy.name();
    }

    @Override
    public void sort(Place place, Counts counts, Sorted out) {
      policy.sort(place, counts, out);
    }

    @Override
    public boolean opens(Sums values) {
      return policy.opens(values);
    }

    @Override
    public boolean shows(Sample sample) {
      return policy.shows(sample);
    }

    @Override
    public List<Tier> tiers() {
      return policy.tiers();
    }

    @Override
    public List<Long> windows() {
      return policy.windows();
    }

    @Override
    public Sums spent(Sums sums, Balance before, Balance now) {
      return policy.spent(sums, before, now);
    }

    @Override
    public List<Judgement> judge(Memory memory, long timeMs) {
      return policy.judge(memory, timeMs);
    }

    @Override
    public Memory learn(Memory memory, long timeMs) {
      return policy.learn(memory, timeMs);
    }

    @Override
    public long memoryMs() {
      return policy.memoryMs();
    }
  }

  private record Burst(int gap, int steps, int place, int category, int bad, int good, int usd) {}

  /** Bursts of trouble, and calm between them. */
  @Provide
  Arbitrary<List<Delta>> days() {
    Arbitrary<Integer> gap =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0, 30)),
            Tuple.of(1, Arbitraries.integers().between(31, 4_000)));
    return Combinators.combine(
            gap,
            Arbitraries.integers().between(1, 20),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, ErrorCategory.values().length),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(-100, 100))
        .as(Burst::new)
        .list()
        .ofMaxSize(12)
        .map(EveryPolicyLaws::deltas);
  }

  private static List<Delta> deltas(List<Burst> bursts) {
    List<Delta> deltas = new ArrayList<>();
    long bucketMs = 0;
    for (Burst burst : bursts) {
      bucketMs += burst.gap() * STEP_MS;
      for (int i = 0; i < burst.steps(); i++) {
        bucketMs += STEP_MS;
        sort(place(burst.place()), counts(burst, EPOCH_MS + bucketMs), bucketMs, deltas);
      }
    }
    return deltas;
  }

  private static void sort(Place place, Counts counts, long bucketMs, List<Delta> out) {
    for (Policy policy : ALL.all()) {
      policy.sort(
          place,
          counts,
          (labels, values, samples, balance) ->
              out.add(
                  new Delta(
                      new Scope(policy.name(), new TreeMap<>(labels)),
                      EPOCH_MS + bucketMs,
                      values,
                      samples ? counts.samples() : List.of(),
                      balance ? counts.balance() : null,
                      EPOCH_MS,
                      "task-0")));
    }
  }

  private static Place place(int number) {
    return new Place(
        "anannas",
        number == 0 ? "openai" : null,
        "m" + number,
        Api.RESPONSES,
        number == 0 ? "acme" : null,
        "key",
        "curl",
        number == 0 ? null : "f1");
  }

  private static Counts counts(Burst burst, long timeMs) {
    Counts counts = new Counts();
    counts.add(Measure.ATTEMPTS, (long) burst.good() + burst.bad());
    counts.add(Measure.HEALTHY, burst.good());
    counts.add(Measure.STREAMS, burst.good());
    counts.add(Measure.STREAMS_BROKEN, burst.good() / 4);
    counts.add(Measure.OPERATIONS, burst.good());
    counts.add(Measure.OPERATION_ATTEMPTS, (long) burst.good() + burst.bad());
    counts.add(Measure.OPERATIONS_SUCCEEDED, burst.good() / 2);
    counts.add(Measure.COST_MICRO_USD, 1_000L * burst.good());
    if (burst.usd() >= 0) {
      counts.add(new Balance(burst.usd(), timeMs + 5_000));
    }
    if (burst.bad() == 0 || burst.category() == ErrorCategory.values().length) {
      return counts;
    }
    ErrorCategory category = ErrorCategory.values()[burst.category()];
    counts.add(Measure.attemptsOf(category), burst.bad());
    counts.add(Measure.operationsOf(category), burst.bad() / 2);
    counts.add(new Measure(1 + burst.bad() % 10), burst.bad());
    counts.add(Measure.BLIND_RETRIES, burst.bad() / 5);
    counts.add(Measure.UNKNOWN_PAYLOADS, burst.bad() / 9);
    counts.add(
        new Sample(timeMs + 1_000, category, "r" + timeMs, null, "slow down", "anannas/x", -1));
    return counts;
  }

  private static Policy[] policies() {
    return ALL.all().toArray(Policy[]::new);
  }
}
