package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.alert.AlertLine.EPOCH_MS;

import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen to the places that policies watch, for laws. */
final class Histories {
  static final long STEP_MS = 10_000;

  private Histories() {}

  /**
   * What happened at a place in one step.
   *
   * @param stepMs start of the step, milliseconds since the test began
   */
  record Event(long stepMs, Place place, Counts counts) {
    /** What a policy makes of it; the clock shows that time, milliseconds since the test began. */
    List<Delta> sorted(Policy policy, long clockMs) {
      List<Delta> deltas = new ArrayList<>();
      policy.sort(
          place,
          counts,
          (labels, values, samples, balance) ->
              deltas.add(
                  new Delta(
                      new Scope(policy.name(), new TreeMap<>(labels)),
                      EPOCH_MS + stepMs,
                      values,
                      samples ? counts.samples() : List.of(),
                      balance ? counts.balance() : null,
                      EPOCH_MS + clockMs,
                      "task-0")));
      return deltas;
    }
  }

  /** Days as they come, and days as they cannot be. */
  static Arbitrary<List<Event>> any() {
    return Arbitraries.oneOf(days(), anything());
  }

  /** Anything may happen, however unlikely. */
  private static Arbitrary<List<Event>> anything() {
    Arbitrary<Place> places =
        Arbitraries.of(
            PolicyLine.acme(),
            PolicyLine.nowhere(),
            new Place(
                "anannas",
                "openai",
                "m",
                Api.RESPONSES,
                null,
                "key_8",
                "curl",
                "0123456789abcdef"));
    Arbitrary<Long> amounts = Arbitraries.longs().between(1, 200);
    Arbitrary<Happening> failures =
        Combinators.combine(Arbitraries.of(ErrorCategory.class), measures(), amounts)
            .as(Happening::failed);
    Arbitrary<Happening> others = Combinators.combine(measures(), amounts).as(Happening::of);
    Arbitrary<Happening> happenings =
        Arbitraries.oneOf(
            failures,
            others,
            amounts.map(Happening::healthy),
            Arbitraries.doubles().between(-1, 20).map(Happening::balance));
    return Combinators.combine(
            Arbitraries.longs().between(1, 1_000).map(step -> step * 10),
            places,
            happenings.list().ofMinSize(1).ofMaxSize(4))
        .as(Histories::event)
        .list()
        .ofMaxSize(40)
        .map(events -> events.stream().sorted((a, b) -> Long.compare(a.stepMs, b.stepMs)).toList());
  }

  private static Event event(long second, Place place, List<Happening> happenings) {
    return PolicyLine.event(second, place, happenings.toArray(Happening[]::new));
  }

  private static Arbitrary<Measure> measures() {
    return Arbitraries.of(
        Measure.UNRECOGNIZED,
        Measure.LIMITED_BY_GATEWAY,
        Measure.LIMITED_BY_PROVIDER,
        Measure.CREDIT_ACCOUNT,
        Measure.CREDIT_KEY,
        Measure.CREDIT_PROVIDER_ACCOUNT,
        Measure.CREDIT_UNCONFIRMED,
        Measure.PROVIDER_FAULTS,
        Measure.STREAMS,
        Measure.STREAMS_BROKEN,
        Measure.COST_MICRO_USD,
        Measure.OPERATIONS,
        Measure.OPERATIONS_SUCCEEDED,
        Measure.OPERATION_ATTEMPTS,
        Measure.BLIND_RETRIES,
        Measure.UNDECODABLE,
        Measure.UNKNOWN_PAYLOADS);
  }

  /** Bursts of trouble, and calm between them. */
  private static Arbitrary<List<Event>> days() {
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
        .map(Histories::events);
  }

  private record Burst(int gap, int steps, int place, int category, int bad, int good, int usd) {}

  private static List<Event> events(List<Burst> bursts) {
    List<Event> events = new ArrayList<>();
    long stepMs = 0;
    for (Burst burst : bursts) {
      stepMs += burst.gap() * STEP_MS;
      for (int i = 0; i < burst.steps(); i++) {
        stepMs += STEP_MS;
        events.add(new Event(stepMs, place(burst.place()), counts(burst, EPOCH_MS + stepMs)));
      }
    }
    return events;
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
}
