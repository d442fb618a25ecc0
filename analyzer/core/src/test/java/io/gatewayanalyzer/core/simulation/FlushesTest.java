package io.gatewayanalyzer.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.AlertStep;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Sorter;
import io.gatewayanalyzer.core.count.Counter;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much event time lies between two sendings of counts is a matter of speed only. */
class FlushesTest {
  private static final Policies POLICIES = AlertSettings.defaults().policies();
  private static final double PER_SECOND = 8;
  private static final long SECOND_MS = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {300, 100_000})
  void shouldSayTheSameHoweverSeldomCountsAreSent(long everySeconds) {
    // given
    List<Attempt> attempts = new ArrayList<>();
    new SimulatedTraffic(
            1,
            Simulation.START_MS,
            Incidents.LENGTH_MS,
            PER_SECOND,
            hour -> 1,
            Incidents.of(Simulation.START_MS, 1))
        .run(attempts::add);

    // when
    List<String> said = said(attempts, everySeconds * SECOND_MS);

    // then
    assertThat(said).isNotEmpty().isEqualTo(said(attempts, SECOND_MS));
  }

  /** As the processor of the step does it: how far time has come is known when all has come. */
  private static List<String> said(List<Attempt> attempts, long everyMs) {
    Woken<Scope, Memory, Delta, AlertEvent> scopes = new Woken<>(new AlertStep(POLICIES));
    List<String> said = new ArrayList<>();
    Counter counter = new Counter();
    Sorter sorter = new Sorter(POLICIES);
    long clockMs = 0;
    long sentMs = 0;
    for (Attempt attempt : attempts) {
      clockMs = Math.max(clockMs, attempt.eventTimeMs());
      if (clockMs - sentMs >= everyMs) {
        send(counter, sorter, sentMs, scopes, said);
        sentMs = clockMs;
        wake(sentMs, scopes, said);
      }
      counter.add(attempt);
    }
    send(counter, sorter, sentMs, scopes, said);
    wake(Long.MAX_VALUE, scopes, said);
    return said.stream().sorted().toList();
  }

  private static void send(
      Counter counter,
      Sorter sorter,
      long timeMs,
      Woken<Scope, Memory, Delta, AlertEvent> scopes,
      List<String> said) {
    sorter.sort(
        counter, timeMs, "task-0", delta -> said(scopes.on(delta.scope(), delta, timeMs), said));
  }

  private static void wake(
      long timeMs, Woken<Scope, Memory, Delta, AlertEvent> scopes, List<String> said) {
    for (List<AlertEvent> next = scopes.due(timeMs); next != null; next = scopes.due(timeMs)) {
      said(next, said);
    }
  }

  private static void said(List<AlertEvent> events, List<String> said) {
    for (AlertEvent event : events) {
      if (event instanceof AlertEvent.Changed changed) {
        Alert alert = changed.alert();
        said.add(
            alert.labels()
                + " "
                + alert.status()
                + " "
                + alert.startsAtMs()
                + " "
                + alert.endsAtMs()
                + " "
                + alert.value());
      }
    }
  }
}
