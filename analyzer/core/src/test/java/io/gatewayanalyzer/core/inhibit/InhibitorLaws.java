package io.gatewayanalyzer.core.inhibit;

import static io.gatewayanalyzer.core.inhibit.MutingLine.firing;
import static io.gatewayanalyzer.core.inhibit.MutingLine.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InhibitorLaws {
  private static final List<Alert> KINDS =
      List.of(
          firing("CreditExhausted", Severity.PAGE, 0, "scope", "account", "tenant", "acme"),
          firing("CreditExhausted", Severity.PAGE, 0, "scope", "provider_account", "provider", "p"),
          firing("ProviderOutage", Severity.PAGE, 0, "scope", "provider", "provider", "p"),
          firing("ErrorBudgetBurn", Severity.PAGE, 0, "slo", "s", "tenant", "acme"),
          firing("ErrorBudgetBurn", Severity.TICKET, 0, "slo", "s", "tenant", "acme"),
          firing("RateLimitSpike", Severity.TICKET, 0, "provider", "p", "tenant", "acme"),
          firing("StreamBreakage", Severity.TICKET, 0, "provider", "p"),
          firing("RetryStorm", Severity.TICKET, 0));

  @Property(tries = 500)
  void shouldNeverEndWhatWasNotSaidNorSayTwiceWhatFires(
      @ForAll("changes") List<Alert> changes, @ForAll long seed) {
    // when
    MutingLine line = run(changes, new Random(seed));
    // then
    Set<String> said = new HashSet<>();
    for (Alert alert : line.said()) {
      boolean changed = alert.firing() ? said.add(alert.alertId()) : said.remove(alert.alertId());
      assertThat(changed).isTrue();
    }
  }

  @Property(tries = 500)
  void shouldHaveSaidEverythingThatFiresWithoutAReason(@ForAll("changes") List<Alert> changes) {
    // when
    MutingLine line = run(changes, null).passes(Long.MAX_VALUE / 2);
    // then
    List<Alert> firing = firingAfter(changes);
    Set<String> heard = ids(firingAfter(line.said()));
    for (Alert alert : firing) {
      boolean explained =
          firing.stream().anyMatch(one -> Inhibition.explains(one.labels(), alert.labels()));
      assertThat(heard.contains(alert.alertId()) || explained).isTrue();
    }
    assertThat(ids(firing)).containsAll(heard);
  }

  @Property(tries = 500)
  void shouldNotDependOnHowTimeIsSliced(@ForAll("changes") List<Alert> changes, @ForAll long seed) {
    // when
    MutingLine line = run(changes, new Random(seed));
    // then
    assertThat(line.events()).isEqualTo(run(changes, null).events());
  }

  @Property(tries = 300)
  void shouldSayEverythingUnchangedWhenNothingExplainsIt(@ForAll("changes") List<Alert> changes) {
    // given
    List<Alert> innocent =
        changes.stream().filter(alert -> !Inhibition.explains(alert.labels())).toList();
    // when
    MutingLine line = run(innocent, null);
    // then
    assertThat(line.said()).isEqualTo(innocent);
    assertThat(line.known()).hasSameSizeAs(firingAfter(innocent));
  }

  @Property(tries = 300)
  void shouldKeepNothingWhenNothingFires(@ForAll("changes") List<Alert> changes) {
    // given
    List<Alert> all = new ArrayList<>(changes);
    firingAfter(changes).forEach(alert -> all.add(resolved(alert, 10_000_000)));
    // when
    MutingLine line = run(all, null).passes(10_000_000 + Inhibitor.SETTLE_MS);
    // then
    assertThat(line.keepsNothing()).isTrue();
    assertThat(firingAfter(line.said())).isEmpty();
  }

  /** Alerts that begin and end in turn, in the order of time. */
  @Provide
  Arbitrary<List<Alert>> changes() {
    Arbitrary<int[]> change =
        Arbitraries.integers()
            .between(0, KINDS.size() - 1)
            .flatMap(kind -> Arbitraries.integers().between(0, 30).map(s -> new int[] {kind, s}));
    return change.list().ofMaxSize(30).map(InhibitorLaws::inTurn);
  }

  private static List<Alert> inTurn(List<int[]> changes) {
    Alert[] now = new Alert[KINDS.size()];
    List<Alert> all = new ArrayList<>();
    long timeMs = 0;
    for (int[] change : changes) {
      timeMs += change[1] * 1_000L;
      Alert kind = KINDS.get(change[0]);
      if (now[change[0]] == null) {
        now[change[0]] = at(kind, timeMs);
        all.add(now[change[0]]);
      } else {
        all.add(resolved(now[change[0]], timeMs));
        now[change[0]] = null;
      }
    }
    return all;
  }

  private static Alert at(Alert kind, long startsAtMs) {
    return new Alert(
        kind.alertId(),
        kind.status(),
        kind.severity(),
        kind.labels(),
        kind.annotations(),
        startsAtMs,
        -1,
        kind.value(),
        kind.threshold(),
        kind.windowMs(),
        kind.evidence());
  }

  private static MutingLine run(List<Alert> changes, Random wakes) {
    MutingLine line = new MutingLine();
    long beforeMs = 0;
    for (Alert change : changes) {
      long timeMs = change.firing() ? change.startsAtMs() : change.endsAtMs();
      if (wakes != null) {
        line.passes(beforeMs + wakes.nextLong(Math.max(1, timeMs - beforeMs + 1))).wakes();
      }
      line.changes(change);
      beforeMs = timeMs;
    }
    return line;
  }

  private static List<Alert> firingAfter(List<Alert> changes) {
    List<Alert> firing = new ArrayList<>();
    for (Alert change : changes) {
      firing.removeIf(alert -> alert.alertId().equals(change.alertId()));
      if (change.firing()) {
        firing.add(change);
      }
    }
    return firing;
  }

  private static Set<String> ids(List<Alert> alerts) {
    return alerts.stream().map(Alert::alertId).collect(Collectors.toSet());
  }
}
