package io.gatewayanalyzer.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitSpikeTest {
  private static final long MINUTE_MS = 60_000;
  private static final long BUCKET_MS = 10_000;
  private static final Scope MODEL =
      new Scope(
          RateLimitSpike.NAME, ScopeLabels.of("gate", "model", "provider", "acme", "model", "m1"));

  private final AlertLine line =
      new AlertLine(new RateLimitSpike(RateLimitSpike.Settings.DEFAULTS));
  private long nowMs;

  @Test
  void shouldFireOnceWithinThreeMinutesAndResolve() {
    // given
    minutes(60, 100, 0);

    // when
    long stagedMs = nowMs;
    minutes(15, 100, 20);
    long endedMs = nowMs;
    minutes(30, 100, 0);

    // then
    List<Alert> alerts = line.alerts();
    assertThat(alerts)
        .extracting(Alert::status)
        .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
    Alert firing = alerts.get(0);
    assertThat(since(firing.startsAtMs(), stagedMs)).isBetween(1.0, 3.0);
    assertThat(since(alerts.get(1).endsAtMs(), endedMs)).isBetween(4.0, 7.0);
    assertThat(firing.severity()).isEqualTo(Severity.TICKET);
    assertThat(firing.labels())
        .containsEntry("limit_source", "provider")
        .containsEntry("provider", "acme")
        .containsEntry("model", "m1")
        .containsEntry("scope", "model");
    assertThat(firing.annotations().get("summary")).startsWith("m1 of acme behind gate is limited");
  }

  @Test
  void shouldNotTakeASpikeThatLastsForUsual() {
    // given
    minutes(60, 100, 0);

    // when
    minutes(6 * 60, 100, 20);

    // then
    assertThat(line.alerts()).hasSize(1);
    assertThat(line.memory(MODEL).firing("provider")).isTrue();
    assertThat(line.memory(MODEL).baselines().get("provider").median(nowMs)).isZero();
  }

  @Test
  void shouldTakeForUsualWhatHasNeverBeenOtherwise() {
    // given
    minutes(40, 100, 20);

    // when
    minutes(60, 100, 20);

    // then: a false start, once
    assertThat(line.alerts())
        .extracting(Alert::status)
        .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
  }

  @Test
  void shouldNotFireAtWhatIsUsual() {
    // given: learned below the floor of 2 %
    minutes(60, 1000, 15);

    // when
    minutes(60, 500, 15);

    // then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldNotTakeTheMorningForASpike() {
    // given: one in twenty is limited, by night and by day
    minutes(3 * 60, 60, 3);

    // when
    minutes(60, 120, 6);
    minutes(60, 200, 10);
    minutes(60, 300, 15);

    // then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldFireWhenMoreAreLimitedThanTheMorningExplains() {
    // given
    minutes(3 * 60, 60, 3);
    minutes(60, 300, 15);

    // when
    minutes(10, 300, 60);

    // then
    assertThat(line.alerts()).extracting(Alert::status).containsExactly(AlertStatus.FIRING);
  }

  @Test
  void shouldNotFireForOneOddMinute() {
    // given
    minutes(60, 100, 0);

    // when
    minutes(1, 100, 60);
    minutes(10, 100, 0);

    // then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldNotFireForAFew() {
    // given
    minutes(60, 30, 0);

    // when
    minutes(30, 30, 3);

    // then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldNotFireForASmallShare() {
    // given
    minutes(60, 6000, 0);

    // when
    minutes(30, 6000, 90);

    // then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldTellWhoseLimitItIs() {
    // given
    minutes(60, 100, 0);

    // when
    for (int i = 0; i < 60; i++) {
      step(100, 6, 6);
    }

    // then
    assertThat(line.alerts())
        .extracting(alert -> alert.labels().get("limit_source"))
        .containsExactlyInAnyOrder("gateway", "provider");
  }

  @Test
  void shouldRefuseSettingsThatMakeNoSense() {
    // given
    Duration five = Duration.ofMinutes(5);

    // when / then
    assertThatThrownBy(() -> settings(0, 0.02, five, 3.5, 2, five)).hasMessageContaining("min-ev");
    assertThatThrownBy(() -> settings(20, 0, five, 3.5, 2, five)).hasMessageContaining("min-sh");
    assertThatThrownBy(() -> settings(20, 0.02, Duration.ofSeconds(90), 3.5, 2, five))
        .hasMessageContaining("window");
    assertThatThrownBy(() -> settings(20, 0.02, five, 2, 2, five)).hasMessageContaining("leave-z");
    assertThatThrownBy(() -> settings(20, 0.02, five, 3.5, 2, Duration.ofMinutes(4)))
        .hasMessageContaining("leave-for");
  }

  private static RateLimitSpike.Settings settings(
      long events, double share, Duration window, double enter, double leave, Duration leaveFor) {
    return new RateLimitSpike.Settings(
        events, share, window, enter, leave, leaveFor, Severity.TICKET);
  }

  /** So many minutes with so many attempts each, of which so many run into the provider's limit. */
  private void minutes(int minutes, int attempts, int limited) {
    for (int i = 0; i < minutes; i++) {
      for (int part = 0; part < 6; part++) {
        step(share(attempts, part), 0, share(limited, part));
      }
    }
  }

  private static int share(int whole, int part) {
    return whole * (part + 1) / 6 - whole * part / 6;
  }

  private void step(int attempts, int byGateway, int byProvider) {
    Sums sums = Sums.of(attempts, byGateway, byProvider, 0);
    line.arrives(AlertLine.delta(MODEL, nowMs, nowMs + BUCKET_MS, sums));
    nowMs += BUCKET_MS;
  }

  private static double since(long timeMs, long sinceMs) {
    return (double) (timeMs - AlertLine.EPOCH_MS - sinceMs) / MINUTE_MS;
  }
}
