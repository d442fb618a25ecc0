package io.gatewayanalyzer.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every policy, whatever happens. */
class PolicyLaws {
  private static final int TRIES = 60;

  @Property(tries = TRIES)
  void shouldNeverSayAtOnceThatItBeginsAndThatItIsOver(@ForAll("histories") List<Event> history) {
    // When
    List<Judgement> judgements = judgements(history);

    // Then
    assertThat(judgements).noneMatch(judgement -> judgement.enter() && judgement.leave());
  }

  @Property(tries = TRIES)
  void shouldBeAsCloseAsOneWhenItFiresAndOnlyThen(@ForAll("histories") List<Event> history) {
    // When
    List<Judgement> judgements = judgements(history);

    // Then
    assertThat(judgements)
        .allMatch(judgement -> judgement.closeness() >= 1 == judgement.enter())
        .allMatch(judgement -> judgement.closeness() >= 0);
  }

  @Property(tries = TRIES)
  void shouldHaveFiguresThatAreNumbersAndTextsOfOneLine(@ForAll("histories") List<Event> history) {
    // When
    List<Judgement> judgements = judgements(history);

    // Then
    assertThat(judgements)
        .allMatch(judgement -> Double.isFinite(judgement.value()))
        .allMatch(judgement -> judgement.threshold() > 0)
        .allMatch(judgement -> judgement.windowMs() > 0)
        .allMatch(judgement -> isOneLine(judgement.reading()))
        .allMatch(judgement -> isOneLine(judgement.annotations().get("summary")))
        .allMatch(judgement -> isOneLine(judgement.annotations().get("description")));
  }

  @Property(tries = TRIES)
  void shouldAlternateBetweenFiringAndOver(@ForAll("histories") List<Event> history) {
    // When
    List<Alert> alerts = new ArrayList<>();
    for (Policy policy : AlertSettings.defaults().policies().all()) {
      alerts.addAll(line(policy, history).alerts());
    }

    // Then
    Set<String> firing = new HashSet<>();
    for (Alert alert : alerts) {
      boolean changes =
          alert.firing() ? firing.add(alert.alertId()) : firing.remove(alert.alertId());
      assertThat(changes).as(alert.toString()).isTrue();
      assertThat(alert.labels()).containsKeys("alertname", "severity", "gateway", "scope");
    }
    assertThat(firing).isEmpty();
  }

  /** Something happens in the step that ends then. */
  record Event(long second, Place place, List<Happening> happenings) {}

  @Provide
  Arbitrary<List<Event>> histories() {
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
        .as(Event::new)
        .list()
        .ofMaxSize(40)
        .map(events -> events.stream().sorted((a, b) -> Long.compare(a.second, b.second)).toList());
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

  private static List<Judgement> judgements(List<Event> history) {
    List<Judgement> judgements = new ArrayList<>();
    for (Policy policy : AlertSettings.defaults().policies().all()) {
      line(new Heard(policy, judgements), history);
    }
    return judgements;
  }

  private static PolicyLine line(Policy policy, List<Event> history) {
    PolicyLine line = new PolicyLine(policy);
    for (Event event : history) {
      line.at(event.second, event.place, event.happenings.toArray(Happening[]::new));
    }
    return line.ends();
  }

  private static boolean isOneLine(String text) {
    return !text.isBlank() && text.lines().count() == 1 && !text.contains("null");
  }

  /** A policy whose judgements are kept. */
  private record Heard(Policy policy, List<Judgement> judgements) implements Policy {
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
    public long memoryMs() {
      return policy.memoryMs();
    }

    @Override
    public Memory learn(Memory memory, long timeMs) {
      return policy.learn(memory, timeMs);
    }

    @Override
    public List<Judgement> judge(Memory memory, long timeMs) {
      List<Judgement> all = policy.judge(memory, timeMs);
      judgements.addAll(all);
      return all;
    }
  }
}
