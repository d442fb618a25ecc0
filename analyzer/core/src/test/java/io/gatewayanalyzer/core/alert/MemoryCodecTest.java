package io.gatewayanalyzer.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.baseline.Baseline;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MemoryCodecTest {
  private static final long EPOCH_MS = AlertLine.EPOCH_MS;
  private static final List<Policy.Tier> TIERS =
      List.of(new Policy.Tier(10_000, 300_000), new Policy.Tier(300_000, 3_600_000));

  @Property(tries = 500)
  void shouldReadBackWhatItWrote(@ForAll("memories") Memory memory) {
    // when
    Memory read = MemoryCodec.read(MemoryCodec.write(memory));
    // then
    assertThat(read).isEqualTo(memory);
  }

  @Test
  void shouldStayReadableForTheNextRelease() {
    // Given
    Sample sample = new Sample(7, ErrorCategory.UNKNOWN, "r", null, "m", "x/y", -1);
    Memory memory =
        Memory.of(
                new Scope("P", new TreeMap<>(Map.of("gateway", "g"))),
                History.of(TIERS, 2).plus(20_000, Sums.of(3, 400)).at(30_000))
            .withWaiting(
                List.of(new Waiting(30_000, Sums.of(1, 0), List.of(), new Balance(1.5, 9))))
            .withSamples(List.of(sample))
            .with("v", new Incident("v", -1, 20_000, -1, new TreeMap<>(Map.of("a", "b"))))
            .withNearest("w", 0.25)
            .withNews(30_000)
            .judged(30_000);

    // When
    byte[] bytes = MemoryCodec.write(memory);

    // Then
    assertThat(MemoryCodec.read(bytes)).isEqualTo(memory);
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "010250010867617465776179026702e0d40302904ee0a712010406a006e0a71280dddb01"
                + "010006a00601e0d4030201000200013ff800000000000012010e12027200026d04782f79"
                + "01000001027601c0b80201010261026201027719e0d403e0d403");
  }

  @Test
  void shouldRefuseAnotherVersion() {
    // Given
    byte[] bytes = {2, 0};

    // When
    ThrowingCallable reading = () -> MemoryCodec.read(bytes);

    // Then
    assertThatThrownBy(reading)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("alert state of version 2; this program reads version 1");
  }

  @Test
  void shouldKeepABusyScopeInFewBytes() {
    // Given
    History history = History.of(TIERS, 3);
    for (int i = 0; i < 360; i++) {
      history = history.plus(EPOCH_MS + i * 10_000L, Sums.of(i % 3, 40 + i % 9, 0));
    }
    Memory memory =
        Memory.of(
            new Scope("RateLimitSpike", new TreeMap<>(Map.of("gateway", "g", "model", "gpt-5"))),
            history.at(EPOCH_MS + 3_600_000));

    // When
    byte[] bytes = MemoryCodec.write(memory);

    // Then
    assertThat(bytes.length).isLessThan(300);
  }

  @Provide
  Arbitrary<Memory> memories() {
    Arbitrary<Balance> balances =
        Combinators.combine(Arbitraries.doubles(), times()).as(Balance::new).injectNull(0.5);
    Arbitrary<Waiting> waiting =
        Combinators.combine(times(), sums(), samples(), balances).as(Waiting::new);
    Arbitrary<Incident> incidents =
        Combinators.combine(
                texts(), times(), times(), times(), Arbitraries.maps(texts(), texts()).ofMaxSize(3))
            .as(
                (variant, a, b, c, labels) ->
                    new Incident(variant, a, b, c, new TreeMap<>(labels)));
    Arbitrary<Map<String, Double>> nearest =
        Arbitraries.maps(texts(), Arbitraries.integers().between(0, 9_999).map(i -> i / 100.0))
            .ofMaxSize(3);
    return Combinators.combine(
            histories(),
            waiting.list().ofMaxSize(5),
            samples(),
            balances,
            baselines(),
            incidents.list().ofMaxSize(3),
            nearest,
            times())
        .as(MemoryCodecTest::memory);
  }

  private static Memory memory(
      History history,
      List<Waiting> waiting,
      List<Sample> samples,
      Balance balance,
      Map<String, Baseline> baselines,
      List<Incident> incidents,
      Map<String, Double> nearest,
      long timeMs) {
    Memory memory =
        Memory.of(new Scope("P", new TreeMap<>(Map.of("gateway", "g", "x", "y"))), history)
            .withWaiting(waiting)
            .withSamples(samples)
            .with(balance)
            .withNews(timeMs)
            .judged(timeMs - 1);
    for (Map.Entry<String, Baseline> baseline : baselines.entrySet()) {
      memory = memory.with(baseline.getKey(), baseline.getValue());
    }
    for (Incident incident : incidents) {
      memory = memory.with(incident.variant(), incident);
    }
    for (Map.Entry<String, Double> near : nearest.entrySet()) {
      memory = memory.withNearest(near.getKey(), near.getValue());
    }
    return memory;
  }

  private static Arbitrary<Map<String, Baseline>> baselines() {
    Arbitrary<Baseline> baseline =
        Arbitraries.longs()
            .between(0, 50)
            .list()
            .ofMaxSize(20)
            .map(
                counts -> {
                  Baseline learned = Baseline.NONE;
                  for (int i = 0; i < counts.size(); i++) {
                    learned = learned.plus(EPOCH_MS + i * 60_000L, counts.get(i));
                  }
                  return learned;
                });
    return Arbitraries.maps(texts(), baseline).ofMaxSize(2);
  }

  private static Arbitrary<History> histories() {
    Arbitrary<Long> times = Arbitraries.longs().between(0, 3_600_000);
    return Combinators.combine(times.list().ofMaxSize(20), sums())
        .as(
            (list, sums) -> {
              History history = History.of(TIERS, 2);
              for (long timeMs : new ArrayList<>(list)) {
                history = history.plus(EPOCH_MS + timeMs, sums);
              }
              return list.size() % 2 == 0 ? history : history.at(EPOCH_MS + 3_000_000);
            });
  }

  private static Arbitrary<Sums> sums() {
    return Arbitraries.longs().list().ofSize(2).map(l -> Sums.of(l.get(0), l.get(1)));
  }

  private static Arbitrary<List<Sample>> samples() {
    return Combinators.combine(
            times(),
            Arbitraries.of(ErrorCategory.class).injectNull(0.2),
            texts().injectNull(0.2),
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            Arbitraries.longs().greaterOrEqual(-1))
        .as(Sample::new)
        .list()
        .ofMaxSize(4);
  }

  private static Arbitrary<Long> times() {
    return Arbitraries.longs().between(-1, EPOCH_MS * 2);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(20);
  }
}
