package io.gatewayanalyzer.core.alert;

import static io.gatewayanalyzer.core.alert.AlertLine.EPOCH_MS;
import static io.gatewayanalyzer.core.alert.AlertLine.delta;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.ArrayList;
import java.util.Collections;
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

class AlertStepLaws {
  private static final Scope SCOPE =
      new Scope(Threshold.NAME, new TreeMap<>(Map.of("gateway", "anannas")));
  private static final long STEP_MS = 10_000;

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldNotDependOnHowTimeIsSlicedNorHowFarTheClockJumps(
      @ForAll("deltas") List<Delta> deltas,
      @ForAll("policies") Threshold policy,
      @ForAll long seed) {
    // given
    Random random = new Random(seed);
    AlertLine line = new AlertLine(policy);
    // when
    long clockMs = 0;
    for (Delta delta : deltas) {
      long latestMs = delta.bucketMs() - EPOCH_MS + STEP_MS - 1;
      clockMs += random.nextLong(latestMs - clockMs + 1);
      line.passes(clockMs).wakes().arrives(delta);
    }
    line.ends();
    // then
    assertThat(line.events()).isEqualTo(atOnce(deltas, policy).events());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldNotDependOnTheOrderInWhichTheyComeBeforeTheirMoment(
      @ForAll("deltas") List<Delta> deltas,
      @ForAll("policies") Threshold policy,
      @ForAll long seed) {
    // given
    List<Delta> shuffled = new ArrayList<>(deltas);
    Collections.shuffle(shuffled, new Random(seed));
    // when
    AlertLine line = atOnce(shuffled, policy);
    // then
    assertThat(line.events()).isEqualTo(atOnce(deltas, policy).events());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldNotDependOnHowSumsAreSplit(
      @ForAll("deltas") List<Delta> deltas, @ForAll("policies") Threshold policy) {
    // given
    List<Delta> parts = new ArrayList<>();
    for (Delta delta : deltas) {
      long failures = delta.values().get(0) / 2;
      Sums some = Sums.of(failures, failures, 0);
      Sums rest = Sums.of(delta.values().get(0) - failures, delta.values().get(1) - failures, 0);
      parts.add(like(delta, rest, delta.samples(), null));
      parts.add(like(delta, some, List.of(), delta.balance()));
    }
    // when
    AlertLine line = atOnce(parts, policy);
    // then
    assertThat(line.events()).isEqualTo(atOnce(deltas, policy).events());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldFireOnceAndResolveOnceAndForgetWhateverComesWhenever(
      @ForAll("deltas") List<Delta> deltas,
      @ForAll("policies") Threshold policy,
      @ForAll long seed) {
    // given
    Random random = new Random(seed);
    List<Delta> wild = new ArrayList<>(deltas);
    Collections.shuffle(wild, random);
    AlertLine line = new AlertLine(policy);
    // when
    long clockMs = 0;
    for (Delta delta : wild) {
      clockMs += random.nextBoolean() ? 0 : random.nextLong(200_000);
      line.passes(clockMs).arrives(delta);
    }
    line.ends();
    // then
    assertThat(line.scopes()).isZero();
    Map<String, Alert> firing = new TreeMap<>();
    for (Alert alert : line.alerts()) {
      if (alert.firing()) {
        assertThat(firing.put(alert.alertId(), alert)).isNull();
      } else {
        Alert began = firing.remove(alert.alertId());
        assertThat(alert.startsAtMs()).isEqualTo(began.startsAtMs());
        assertThat(alert.endsAtMs()).isGreaterThan(alert.startsAtMs());
        assertThat(alert.labels()).isEqualTo(began.labels());
      }
    }
    assertThat(firing).isEmpty();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldBeTheSameAfterAnyRestart(
      @ForAll("deltas") List<Delta> deltas, @ForAll("policies") Threshold policy) {
    // given
    AlertLine plain = AlertLine.withoutStore(policy);
    AlertLine stored = new AlertLine(policy);
    // when
    for (Delta delta : deltas) {
      plain.passes(delta.bucketMs() - EPOCH_MS).arrives(delta);
      stored.passes(delta.bucketMs() - EPOCH_MS).arrives(delta);
      assertThat(stored.memory(SCOPE)).isEqualTo(plain.memory(SCOPE));
    }
    // then
    assertThat(stored.ends()).isEqualTo(plain.ends());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void shouldMissNothingOfWhatJudgingEveryMomentWouldSay(
      @ForAll("deltas") List<Delta> deltas, @ForAll("policies") Threshold policy) {
    // given
    Threshold all = new Threshold(policy.enterForMs(), policy.leaveForMs(), false);
    // when
    AlertLine line = atOnce(deltas, all);
    // then
    assertThat(line.alerts().stream().map(AlertStepLaws::when).toList())
        .isEqualTo(everyMoment(deltas, all));
  }

  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void shouldStayBoundedWhenTheClockStands(@ForAll("policies") Threshold policy) {
    // given
    AlertLine line = new AlertLine(policy);
    // when
    int mostWaiting = 0;
    int mostBytes = 0;
    for (int i = 0; i < 500; i++) {
      Sample[] samples = new Sample[9];
      for (int j = 0; j < samples.length; j++) {
        samples[j] = sample(EPOCH_MS + i * STEP_MS + j);
      }
      line.arrives(delta(SCOPE, i * STEP_MS, 0, Sums.of(i % 4, 9, 0), samples));
      mostBytes = Math.max(mostBytes, line.size(SCOPE));
      mostWaiting = Math.max(mostWaiting, line.memory(SCOPE).waiting().size());
    }
    // then
    assertThat(mostWaiting).isEqualTo(AlertStep.MOST_WAITING);
    assertThat(mostBytes).isLessThan(30_000);
  }

  /** In the order of time, one a step; bursts, and idle stretches longer than any memory. */
  @Provide
  Arbitrary<List<Delta>> deltas() {
    Arbitrary<Integer> gap =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(1, 4)),
            Tuple.of(2, Arbitraries.integers().between(5, 80)),
            Tuple.of(1, Arbitraries.integers().between(81, 400)));
    return Combinators.combine(
            gap,
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 9),
            Arbitraries.doubles().between(0, 9).ofScale(2).injectNull(0.6))
        .as(Step::new)
        .list()
        .ofMaxSize(40)
        .map(AlertStepLaws::deltas);
  }

  @Provide
  Arbitrary<Threshold> policies() {
    Arbitrary<Long> times = Arbitraries.of(0L, 10_000L, 30_000L, 90_000L);
    return Combinators.combine(times, times, Arbitraries.of(true, false)).as(Threshold::new);
  }

  private record Step(int gap, int failures, int healthy, Double usd) {}

  private static List<Delta> deltas(List<Step> steps) {
    List<Delta> deltas = new ArrayList<>();
    long bucketMs = 0;
    for (Step step : steps) {
      bucketMs += step.gap() * STEP_MS;
      long endMs = EPOCH_MS + bucketMs + 9_000;
      Balance balance = step.usd() == null ? null : new Balance(step.usd(), endMs);
      Sums sums = Sums.of(step.failures(), step.failures() + step.healthy(), 0);
      Sample[] samples = new Sample[Math.min(3, step.failures())];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = sample(endMs - i * 1_000L);
      }
      deltas.add(delta(SCOPE, bucketMs, 0, sums, balance, samples));
    }
    return deltas;
  }

  private static Sample sample(long timeMs) {
    return new Sample(timeMs, ErrorCategory.TIMEOUT, "r" + timeMs, null, "m", "x/y", timeMs % 7);
  }

  private static Delta like(Delta delta, Sums sums, List<Sample> samples, Balance balance) {
    return new Delta(
        SCOPE, delta.bucketMs(), sums, samples, balance, delta.clockMs(), delta.source());
  }

  private static AlertLine atOnce(List<Delta> deltas, Policy policy) {
    AlertLine line = new AlertLine(policy);
    deltas.forEach(line::arrives);
    line.ends();
    return line;
  }

  private static String when(Alert alert) {
    String scope = alert.labels().get("scope");
    return scope + " " + alert.startsAtMs() + " " + alert.endsAtMs() + " " + alert.value();
  }

  /** What a line would say that knew everything and judged every moment. */
  private static List<String> everyMoment(List<Delta> deltas, Threshold policy) {
    List<String> said = new ArrayList<>();
    Map<String, Incident> incidents = new TreeMap<>();
    long lastMs = deltas.isEmpty() ? 0 : deltas.get(deltas.size() - 1).bucketMs() + 1_200_000;
    for (long timeMs = EPOCH_MS; timeMs <= lastMs; timeMs += STEP_MS) {
      History history = History.of(policy.tiers(), 3);
      for (Delta delta : deltas) {
        boolean past = delta.bucketMs() + STEP_MS <= timeMs;
        boolean known = delta.bucketMs() > timeMs - 1_300_000;
        history = past && known ? history.plus(delta.bucketMs(), delta.values()) : history;
      }
      Memory memory = Memory.of(SCOPE, history.at(timeMs));
      for (Judgement judgement : policy.judge(memory, timeMs)) {
        Incident before = incidents.get(judgement.variant());
        Incident after = Incident.judged(before, judgement, timeMs);
        boolean fired = before != null && before.firing();
        boolean fires = after != null && after.firing();
        if (fired != fires) {
          said.add(
              judgement.variant()
                  + (fires
                      ? " " + after.startsAtMs() + " -1 "
                      : " " + before.startsAtMs() + " " + timeMs + " ")
                  + judgement.value());
        }
        incidents.put(judgement.variant(), after);
      }
    }
    return said;
  }
}
