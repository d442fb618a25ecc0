package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.alert.AlertLine.EPOCH_MS;
import static io.gatewayanalyzer.core.policy.Histories.STEP_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.policy.Histories.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every policy there is, as it is set when the user sets nothing. */
class EveryPolicyLaws {
  private static final Policies ALL = AlertSettings.defaults().policies();

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void shouldSayTheSameHoweverTimeIsSlicedAndWhateverIsStored(
      @ForAll("histories") List<Delta> deltas, @ForAll long seed) {
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
  void shouldFireOnceAndResolveOnceAndForget(@ForAll("histories") List<Delta> deltas) {
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
  void shouldKeepFewBytes(@ForAll("histories") List<Delta> deltas) {
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
  void shouldBeQuietOnlyWhereNothingIsToBeSaid(@ForAll("histories") List<Delta> deltas) {
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

  @Provide
  Arbitrary<List<Delta>> histories() {
    return Histories.any().map(EveryPolicyLaws::deltas);
  }

  private static List<Delta> deltas(List<Event> events) {
    List<Delta> deltas = new ArrayList<>();
    for (Event event : events) {
      ALL.all().forEach(policy -> deltas.addAll(event.sorted(policy, 0)));
    }
    return deltas;
  }

  private static Policy[] policies() {
    return ALL.all().toArray(Policy[]::new);
  }
}
