package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.History;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Sums;
import java.util.function.ToLongFunction;

/**
 * How fast an account's credit is spent: the faster of the last hour and the last day. What
 * attempts cost, or, when no log says that, by how much the balance fell.
 *
 * @param usdPerHour US dollars an hour; not negative
 * @param seenMs how far back anything is known, milliseconds
 */
record Spending(double usdPerHour, long seenMs) {
  /** The sums of a scope. */
  static final int ATTEMPTS = 0;

  static final int COST = 1;
  static final int BALANCES = 2;
  static final int FALLEN = 3;

  static final long FINE_MS = 5 * 60_000;
  static final long COARSE_MS = 30 * 60_000;
  static final long HOUR_MS = 60 * 60_000;
  static final long DAY_MS = 24 * HOUR_MS;
  static final double MICRO = 1e6;

  /** Before so much is known, the coarse steps of a day are too coarse to divide by. */
  private static final long LONG_ENOUGH_MS = 6 * HOUR_MS;

  /** A rise of a smaller share is no top-up but noise of logs that come out of order. */
  private static final double TOP_UP = 0.05;

  /** What a scope's sums say at a moment. */
  static Spending of(History history, long timeMs) {
    Sums day = history.sum(timeMs, DAY_MS);
    Sums hour = history.sum(timeMs, HOUR_MS);
    boolean costs = day.get(COST) > 0;
    int measure = costs ? COST : FALLEN;
    long seenMs = seenMs(history, timeMs, day);
    // From what the first step's balance fell nobody knows.
    long countedMs = costs ? seenMs : seenMs - FINE_MS;
    double hourly = perHour(hour.get(measure), Math.min(countedMs, HOUR_MS));
    double daily = seenMs < LONG_ENOUGH_MS ? 0 : perHour(day.get(measure), countedMs);
    return new Spending(Math.max(0, Math.max(hourly, daily)), seenMs);
  }

  /** The sums of a step at whose end another balance was left; a top-up is no negative spending. */
  static Sums fallen(Sums sums, Balance before, Balance now) {
    double rise = now.usd() - before.usd();
    boolean topUp = rise > TOP_UP * Math.abs(before.usd());
    return topUp ? sums : sums.plus(Sums.of(0, 0, 0, -Math.round(rise * MICRO)));
  }

  private static long seenMs(History history, long timeMs, Sums day) {
    ToLongFunction<Sums> news = sums -> sums.get(ATTEMPTS) + sums.get(BALANCES);
    long all = news.applyAsLong(day);
    if (all == 0) {
      return 0;
    }
    long fine = Figures.shortest(history, timeMs, FINE_MS, HOUR_MS, news, all);
    return fine > 0 ? fine : Figures.shortest(history, timeMs, COARSE_MS, DAY_MS, news, all);
  }

  private static double perHour(long microUsd, long overMs) {
    return overMs <= 0 ? 0 : microUsd / MICRO * HOUR_MS / overMs;
  }
}
