package io.gatewayanalyzer.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Severity;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ErrorBudgetBurnLaws {
  private static final long MINUTE_MS = 60_000;
  private static final Slo SLO = Slo.AVAILABILITY;
  private static final ErrorBudgetBurn.Settings SETTINGS = ErrorBudgetBurn.Settings.DEFAULTS;
  private static final Scope SCOPE =
      new Scope(ErrorBudgetBurn.NAME, ScopeLabels.of("gate", "slo", "slo", SLO.name()));

  @Property(tries = 40)
  void shouldNotFireWhileTheShareIsBelowTheBudget(
      @ForAll @IntRange(min = 1, max = 5000) int most, @ForAll long seed) {
    // given
    AlertLine line = line();
    Random random = new Random(seed);

    // when
    for (int minute = 0; minute < 8 * 60; minute++) {
      int all = random.nextInt(most);
      int bad = (int) (all * random.nextDouble() * 0.0099);
      arrives(line, minute, all - bad, bad);
    }

    // then
    assertThat(line.alerts()).isEmpty();
  }

  @Property(tries = 40)
  void shouldFireWhenTheShareIsAboveForTheLongWindow(
      @ForAll @IntRange(max = 3) int pair,
      @ForAll @IntRange(min = 100, max = 5000) int all,
      @ForAll @DoubleRange(min = 1.01, max = 1.3) double above,
      @ForAll @IntRange(max = 600) int calmMinutes) {
    // given
    AlertLine line = line();
    ErrorBudgetBurn.Window window = SETTINGS.windows().get(pair);
    int bad = (int) Math.ceil(all * window.factor() * SLO.budget() * above);
    long stepMinutes = Math.max(1, window.shortWindow().toMinutes() / 5);
    long minute = 0;
    for (; minute < calmMinutes; minute += stepMinutes) {
      arrives(line, minute, all, 0);
    }

    // when
    long burnedMinutes = window.longWindow().toMinutes() + 61;
    for (long end = minute + burnedMinutes; minute <= end; minute += stepMinutes) {
      arrives(line, minute, all - bad, bad);
    }

    // then
    assertThat(line.memory(SCOPE).firing(window.severity().wire())).isTrue();
  }

  @Property(tries = 20)
  void shouldNotPageForWhatCannotHaveBurnedTheBudgetYet(
      @ForAll @IntRange(min = 100, max = 5000) int all) {
    // given: a young promise, a twentieth of which breaks: one day of it would be too much
    AlertLine line = line();
    int bad = all / 20;

    // when
    for (int minute = 0; minute < 4 * 60; minute++) {
      arrives(line, minute, all - bad, bad);
    }

    // then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.memory(SCOPE).nearest().keySet())
        .containsExactlyInAnyOrder(Severity.PAGE.wire(), Severity.TICKET.wire());
  }

  @Property(tries = 20)
  void shouldNotFireBecauseNothingFollows(
      @ForAll @IntRange(min = 100, max = 5000) int all,
      @ForAll @IntRange(min = 1, max = 120) int minutes) {
    // given: a tenth of a short log is bad
    AlertLine line = line();
    for (int minute = 0; minute < minutes; minute++) {
      arrives(line, minute, all - all / 10, all / 10);
    }

    // when
    line.ends();

    // then
    assertThat(line.alerts()).isEmpty();
  }

  private static AlertLine line() {
    return new AlertLine(new ErrorBudgetBurn(List.of(SLO), SETTINGS));
  }

  private static void arrives(AlertLine line, long minute, int good, int bad) {
    long startMs = minute * MINUTE_MS;
    line.arrives(AlertLine.delta(SCOPE, startMs, startMs + MINUTE_MS, Sums.of(good, bad)));
  }
}
