package io.gatewayanalyzer.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorrelatorLaws {
  private static final long GRACE_MS = CorrelateSettings.DEFAULTS.grace().toMillis();

  private record Arrival(TestAttempt attempt, long arrivesMs) {}

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldNotDependOnTheOrderOfArrivalWithinTheGrace(
      @ForAll("attempts") List<TestAttempt> attempts, @ForAll long seed) {
    // given
    List<Arrival> punctual = attempts.stream().map(one -> new Arrival(one, one.startMs())).toList();
    List<Arrival> delayed = delayed(attempts, new Random(seed));
    // when
    Line line = run(delayed, null);
    // then
    assertThat(said(line)).isEqualTo(said(run(punctual, null)));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldNotDependOnHowTimeIsSliced(
      @ForAll("attempts") List<TestAttempt> attempts, @ForAll long seed) {
    // given
    Random random = new Random(seed);
    List<Arrival> wild = wild(attempts, random);
    // when
    Line line = run(wild, random);
    // then
    assertThat(said(line)).isEqualTo(said(run(wild, null)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void shouldNotDependOnHowManyPartitionsThereAre(
      @ForAll("attempts") List<TestAttempt> attempts, @ForAll long seed) {
    // given
    Map<String, List<Arrival>> partitions = new HashMap<>();
    List<Arrival> delayed = delayed(attempts, new Random(seed));
    delayed.forEach(
        one -> partitions.computeIfAbsent(one.attempt().key(), k -> new ArrayList<>()).add(one));
    // when
    List<String> said = new ArrayList<>();
    partitions.values().forEach(partition -> said.addAll(said(run(partition, null))));
    // then
    Collections.sort(said);
    assertThat(said).isEqualTo(said(run(delayed, null)));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void shouldPutEachAttemptIntoOneOperationOrCallItLateOrRepeated(
      @ForAll("attempts") List<TestAttempt> attempts, @ForAll long seed) {
    // given
    Random random = new Random(seed);
    List<Arrival> wild = wild(attempts, random);
    // when
    Line line = run(wild, random);
    // then
    List<String> ids = new ArrayList<>();
    line.operations().forEach(operation -> ids.addAll(operation.requestIds()));
    line.outputs().forEach(output -> ids.addAll(uncounted(output)));
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            wild.stream().map(one -> one.attempt().requestId()).toList());
    assertThat(line.keys()).isZero();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void shouldAddUp(@ForAll("attempts") List<TestAttempt> attempts, @ForAll long seed) {
    // given
    List<Arrival> delayed = delayed(attempts, new Random(seed));
    // when
    Line line = run(delayed, null);
    // then
    assertThat(line.operations()).allSatisfy(CorrelatorLaws::assertSound);
  }

  @Provide
  Arbitrary<List<TestAttempt>> attempts() {
    Arbitrary<TestAttempt> attempt =
        Combinators.combine(
                Arbitraries.of("trace", "stitched", "given", "sent"),
                Arbitraries.integers().between(0, 4_800),
                Arbitraries.integers().between(-1, 200),
                Arbitraries.of(
                        ErrorCategory.RATE_LIMITED,
                        ErrorCategory.TIMEOUT,
                        ErrorCategory.AUTHENTICATION,
                        ErrorCategory.CANCELLED)
                    .injectNull(0.4),
                Arbitraries.of(-1L, 0L, 5_000L, 90_000L, 200_000L),
                Arbitraries.of("acme", "zenith").injectNull(0.2),
                Arbitraries.integers().between(-1, 100))
            .as(CorrelatorLaws::attempt);
    return attempt.list().ofMaxSize(30).map(CorrelatorLaws::numbered);
  }

  private static TestAttempt attempt(
      String key,
      int start,
      int took,
      ErrorCategory category,
      long advisedMs,
      String provider,
      int tokens) {
    long tookMs = took < 0 ? -1 : took * 100L;
    TestAttempt attempt =
        TestAttempt.ok("?", start * 100L, tookMs).keyed(key, basis(key)).at(provider, "m1");
    TestAttempt using = attempt.using(tokens, tokens < 0 ? Double.NaN : tokens / 4.0);
    return category == null
        ? using
        : using.failing(category, category.defaultRetryable()).advising(advisedMs);
  }

  private static KeyBasis basis(String key) {
    return switch (key) {
      case "trace" -> KeyBasis.TRACE_ID;
      case "stitched" -> KeyBasis.STITCHED;
      case "given" -> KeyBasis.OPERATION_ID;
      default -> KeyBasis.IDEMPOTENCY_KEY;
    };
  }

  /** In their order, each with its own id; every seventh is delivered twice. */
  private static List<TestAttempt> numbered(List<TestAttempt> attempts) {
    List<TestAttempt> sorted = new ArrayList<>(attempts);
    sorted.sort(Comparator.comparingLong(TestAttempt::startMs));
    List<TestAttempt> numbered = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      TestAttempt attempt = sorted.get(i).named(String.format("r%02d", i));
      numbered.add(attempt);
      if (i % 7 == 6) {
        numbered.add(attempt);
      }
    }
    return numbered;
  }

  /**
   * Each within the grace. What an explicit id adds after its success belongs only when it comes
   * before the close, so it is not delayed.
   */
  private static List<Arrival> delayed(List<TestAttempt> attempts, Random random) {
    Map<String, Long> answeredMs = new HashMap<>();
    for (TestAttempt one : attempts) {
      if (one.category() == null) {
        answeredMs.merge(one.key(), one.startMs() + Math.max(0, one.tookMs()), Math::min);
      }
    }
    List<Arrival> arrivals = new ArrayList<>();
    for (TestAttempt one : attempts) {
      boolean after =
          !Segment.severalOperations(one.basis())
              && one.startMs() > answeredMs.getOrDefault(one.key(), Long.MAX_VALUE);
      long delayMs = after ? 0 : random.nextLong(GRACE_MS);
      arrivals.add(new Arrival(one, one.startMs() + delayMs));
    }
    return sorted(arrivals);
  }

  /** Any order, any delay. */
  private static List<Arrival> wild(List<TestAttempt> attempts, Random random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (TestAttempt one : attempts) {
      long delayMs = random.nextBoolean() ? 0 : random.nextLong(1_500_000);
      arrivals.add(new Arrival(one, one.startMs() + delayMs));
    }
    return sorted(arrivals);
  }

  private static List<Arrival> sorted(List<Arrival> arrivals) {
    arrivals.sort(Comparator.comparingLong(Arrival::arrivesMs));
    return arrivals;
  }

  private static Line run(List<Arrival> arrivals, Random wakes) {
    Line line = new Line(CorrelateSettings.DEFAULTS);
    long nowMs = 0;
    for (Arrival arrival : arrivals) {
      if (wakes != null) {
        line.passes(nowMs + wakes.nextLong(Math.max(1, arrival.arrivesMs() - nowMs))).wakes();
      }
      nowMs = arrival.arrivesMs();
      line.passes(nowMs).arrives(arrival.attempt());
    }
    line.ends();
    return line;
  }

  /**
   * Everything that came out, whatever its order: keys have none among each other. Whether the
   * second delivery of a late attempt is called late or repeated is the same to everybody.
   */
  private static List<String> said(Line line) {
    List<String> said = new ArrayList<>();
    for (Correlated output : line.outputs()) {
      List<String> uncounted = uncounted(output);
      said.add(uncounted.isEmpty() ? output.toString() : "in no operation: " + uncounted);
    }
    Collections.sort(said);
    return said;
  }

  private static List<String> uncounted(Correlated output) {
    if (output instanceof Correlated.Late late) {
      return List.of(late.requestId());
    }
    return output instanceof Correlated.Repeated repeated
        ? List.of(repeated.requestId())
        : List.of();
  }

  private static void assertSound(Operation operation) {
    assertThat(operation.attempts()).isEqualTo(operation.requestIds().size());
    assertThat(operation.outcome().succeeded()).isEqualTo(operation.finalCategory() == null);
    assertThat(operation.fallbacks() + operation.blindRetries()).isBetween(0, operation.retries());
    assertThat(operation.waits()).hasSizeLessThanOrEqualTo(operation.retries());
    assertThat(operation.durationMs()).isNotNegative();
    assertThat(operation.wastedTokens()).isNotNegative();
    assertThat(operation.outcome().succeeded() || !operation.categories().isEmpty()).isTrue();
  }
}
