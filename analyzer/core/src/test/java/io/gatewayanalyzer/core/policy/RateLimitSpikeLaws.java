package io.gatewayanalyzer.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RateLimitSpikeLaws {
  private static final long MINUTE_MS = 60_000;
  private static final int ATTEMPTS = 2_000;
  private static final Scope MODEL =
      new Scope(
          RateLimitSpike.NAME, ScopeLabels.of("gate", "model", "provider", "acme", "model", "m1"));

  @Property(tries = 60)
  void shouldKeepSayingThatASpikeIsOneForAsLongAsItLasts(
      @ForAll @IntRange(max = 12) int usual,
      @ForAll @IntRange(min = 60, max = 1_500) int spike,
      @ForAll @IntRange(min = 10, max = 600) int minutes,
      @ForAll long seed) {
    // given
    AlertLine line = new AlertLine(new RateLimitSpike(RateLimitSpike.Settings.DEFAULTS));
    Random random = new Random(seed);
    long minute = calm(line, 0, 90, usual, random);

    // when
    for (long end = minute + minutes; minute < end; minute++) {
      arrives(line, minute, spike + random.nextInt(10));
    }

    // then
    assertThat(line.alerts()).hasSize(1);
    assertThat(line.memory(MODEL).baselines().get("provider").median(minute * MINUTE_MS))
        .isLessThanOrEqualTo(usual);
    calm(line, minute, 20, usual, random);
    assertThat(line.alerts())
        .extracting(Alert::status)
        .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
  }

  private static long calm(AlertLine line, long from, int minutes, int usual, Random random) {
    long minute = from;
    for (; minute < from + minutes; minute++) {
      arrives(line, minute, random.nextInt(usual + 1));
    }
    return minute;
  }

  private static void arrives(AlertLine line, long minute, int limited) {
    long startMs = minute * MINUTE_MS;
    line.arrives(
        AlertLine.delta(MODEL, startMs, startMs + MINUTE_MS, Sums.of(ATTEMPTS, 0, limited, 0)));
  }
}
