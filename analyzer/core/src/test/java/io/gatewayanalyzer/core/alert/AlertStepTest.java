package io.gatewayanalyzer.core.alert;

import static io.gatewayanalyzer.core.alert.AlertLine.EPOCH_MS;
import static io.gatewayanalyzer.core.alert.AlertLine.delta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertStepTest {
  private static final Scope SCOPE =
      new Scope(Threshold.NAME, new TreeMap<>(Map.of("gateway", "anannas")));

  @Test
  void shouldFireAtTheMomentAStepIsOverAndResolveWhenItLeftTheWindow() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));

    // When
    line.arrives(failures(3, 0)).passes(10_000).passes(120_000);

    // Then
    assertThat(line.alerts())
        .extracting(Alert::status, Alert::startsAtMs, Alert::endsAtMs)
        .containsExactly(
            tuple(AlertStatus.FIRING, EPOCH_MS + 10_000, -1L),
            tuple(AlertStatus.RESOLVED, EPOCH_MS + 10_000, EPOCH_MS + 70_000));
  }

  @Test
  void shouldWaitAsLongAsTheJudgementSays() {
    // Given
    AlertLine line = new AlertLine(new Threshold(20_000, 30_000));

    // When
    line.arrives(failures(3, 0)).passes(200_000);

    // Then
    assertThat(line.events().stream().filter(AlertEvent.Changed.class::isInstance)).hasSize(2);
    assertThat(line.alerts().get(0).startsAtMs()).isEqualTo(EPOCH_MS + 10_000);
    assertThat(line.alerts().get(1).endsAtMs()).isEqualTo(EPOCH_MS + 100_000);
  }

  @Test
  void shouldNotFireWhenItIsOverBeforeItsTime() {
    // Given
    AlertLine line = new AlertLine(new Threshold(61_000, 0));

    // When
    line.arrives(failures(3, 0)).ends();

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.scopes()).isZero();
  }

  @Test
  void shouldSayWhatItIsAboutAndShowIt() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));
    Sample first = sample(1_000, "r1", "t1", "slow down", -1);
    Sample second = sample(2_000, "r2", "t1", "slow down", 20_000);

    // When
    line.arrives(delta(SCOPE, 0, 0, Sums.of(3, 4, 0), first, second)).passes(10_000);

    // Then
    Alert alert = line.alerts().get(0);
    assertThat(alert.labels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "alertname", "Failures",
                "severity", "page",
                "gateway", "anannas",
                "scope", "many"));
    assertThat(alert.alertId()).isEqualTo(AlertId.of(alert.labels())).matches("[0-9a-f]{16}");
    assertThat(alert.annotations())
        .containsEntry("runbook_url", "docs/runbooks/Failures.md")
        .containsEntry("rule", "anannas/rate-limited")
        .containsEntry("advised_wait", "20 s");
    assertThat(alert.evidence())
        .isEqualTo(new Alert.Evidence(List.of("r2", "r1"), List.of("t1"), List.of("slow down")));
    assertThat(alert.value()).isEqualTo(3);
  }

  @Test
  void shouldGiveTheAlertsOfAWeekWhenTheClockJumpsOverIt() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));
    long dayMs = 24 * 3_600_000L;

    // When
    for (int day = 0; day < 7; day++) {
      line.arrives(failures(3, day * dayMs));
    }
    line.ends();

    // Then
    assertThat(line.alerts()).hasSize(14);
    assertThat(line.alerts().get(13).startsAtMs()).isEqualTo(EPOCH_MS + 6 * dayMs + 10_000);
  }

  @Test
  void shouldForgetAScopeOfWhichNothingIsKept() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));
    line.arrives(failures(1, 0));

    // When
    line.passes(11 * 60_000);

    // Then
    assertThat(line.scopes()).isZero();
  }

  @Test
  void shouldKeepNothingOfAScopeThatIsHealthy() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));

    // When
    line.arrives(delta(SCOPE, 0, 10_000, Sums.of(0, 50, 0)));

    // Then
    assertThat(line.scopes()).isZero();
  }

  @Test
  void shouldWishToBeWokenOnlyWhenSomethingMayHaveChanged() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));

    // When
    line.arrives(failures(1, 0)).passes(10_000);

    // Then
    assertThat(line.wishMs(SCOPE)).isEqualTo(70_000);
  }

  @Test
  void shouldCountWhatCameTooLateForItsMomentAtTheNext() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));
    line.arrives(failures(2, 0)).passes(10_000);

    // When
    line.arrives(failures(1, 0)).passes(30_000);

    // Then
    assertThat(line.alerts()).hasSize(1);
    assertThat(line.alerts().get(0).startsAtMs()).isEqualTo(EPOCH_MS + 20_000);
  }

  @Test
  void shouldCallLateWhatIsOlderThanItsMemory() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));
    line.arrives(failures(1, 1_000_000)).passes(1_010_000);

    // When
    line.arrives(failures(3, 0));

    // Then
    assertThat(line.events()).contains(new AlertEvent.Late(SCOPE, EPOCH_MS));
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldSayOnceHowNearItCame() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));

    // When
    line.arrives(failures(1, 0)).arrives(failures(1, 200_000)).arrives(failures(2, 400_000)).ends();

    // Then
    assertThat(line.events())
        .extracting(event -> ((AlertEvent.Near) event).judgement().value())
        .containsExactly(1.0, 2.0);
  }

  @Test
  void shouldCountWhatWasSpentByWhatIsLeft() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));
    Balance before = new Balance(5, EPOCH_MS + 1);
    Balance after = new Balance(3.5, EPOCH_MS + 10_001);

    // When
    line.arrives(delta(SCOPE, 0, 0, Sums.of(1, 1, 0), before))
        .arrives(delta(SCOPE, 10_000, 0, Sums.of(1, 1, 0), after))
        .passes(20_000);

    // Then
    Memory memory = line.memory(SCOPE);
    assertThat(memory.history().sum(EPOCH_MS + 20_000, 60_000)).isEqualTo(Sums.of(2, 2, 150));
    assertThat(memory.balance()).isEqualTo(after);
  }

  @Test
  void shouldResolveWhatFiresWhenItsPolicyIsSwitchedOff() {
    // Given
    AlertLine line = new AlertLine(new Threshold(0, 0));
    line.arrives(failures(3, 0)).passes(10_000);

    // When
    AlertLine after = line.restartedWith().passes(20_000);

    // Then
    assertThat(after.alerts()).extracting(Alert::status).containsExactly(AlertStatus.RESOLVED);
    assertThat(after.alerts().get(0).alertId()).isEqualTo(line.alerts().get(0).alertId());
    assertThat(after.scopes()).isZero();
  }

  private static Delta failures(int failures, long bucketMs) {
    return delta(SCOPE, bucketMs, bucketMs, Sums.of(failures, failures, 0));
  }

  private static Sample sample(
      long timeMs, String request, String trace, String message, long advisedMs) {
    return new Sample(
        EPOCH_MS + timeMs,
        ErrorCategory.RATE_LIMITED,
        request,
        trace,
        message,
        "anannas/rate-limited",
        advisedMs);
  }
}
