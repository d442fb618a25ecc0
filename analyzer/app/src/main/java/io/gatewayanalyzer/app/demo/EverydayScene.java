package io.gatewayanalyzer.app.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;

/** Ordinary traffic, in which little fails, and incidents in it. */
final class EverydayScene implements Scene {
  private static final double HOUR_MS = 3_600_000;
  private static final double NIGHT = 0.2;
  private static final double BUSIEST_HOUR = 14;

  /** Half of the callers are well behaved; one of twenty repeats whatever happened. */
  private static final List<Integer> WEIGHTS = List.of(5, 4, 5, 5, 1);

  private final double trouble;
  private final double oddities;
  private final LongToDoubleFunction load;
  private final List<Incident> incidents;
  private final Function<Call, BigDecimal> balances;
  private final List<Caller> callers;

  /**
   * A scene.
   *
   * @param trouble the share of attempts that fail with nothing staged
   * @param oddities the share of lines that nobody can read, and of answers of one gateway that
   *     nobody has a rule for
   * @param load how busy it is at a moment, epoch milliseconds
   * @param balances what an account has left, US dollars; null when its log does not say
   */
  EverydayScene(
      double trouble,
      double oddities,
      LongToDoubleFunction load,
      List<Incident> incidents,
      Function<Call, BigDecimal> balances) {
    this.trouble = trouble;
    this.oddities = oddities;
    this.load = load;
    this.incidents = incidents;
    this.balances = balances;
    this.callers = Caller.weighted(WEIGHTS);
  }

  /** As busy as a day is: most in the afternoon (UTC), a fifth of it at night. */
  static double byDay(long timeMs) {
    double hour = timeMs / HOUR_MS % 24;
    double wave = (1 + StrictMath.cos((hour - BUSIEST_HOUR) / 24 * 2 * Math.PI)) / 2;
    return NIGHT + (1 - NIGHT) * wave;
  }

  @Override
  public double load(long timeMs) {
    return load.applyAsDouble(timeMs);
  }

  @Override
  public List<Caller> callers() {
    return callers;
  }

  @Override
  public Answer answer(Call call, Dice dice) {
    for (Incident incident : incidents) {
      if (incident.hits(call, dice)) {
        return incident.scenario().play(call, dice);
      }
    }
    if (oddities > 0 && odd(call) && dice.chance(oddities)) {
      return Scenarios.UNEXPLAINED.play(call, dice);
    }
    return dice.chance(trouble)
        ? call.operation().gateway().everyday().draw(dice).play(call, dice)
        : Scenarios.HEALTHY.play(call, dice);
  }

  private static boolean odd(Call call) {
    return call.operation().gateway() instanceof A15t;
  }

  @Override
  public BigDecimal balanceUsd(Call call) {
    return balances.apply(call);
  }

  @Override
  public double garbage() {
    return oddities;
  }

  @Override
  public List<Incident> incidents() {
    return incidents;
  }
}
