package io.gatewayanalyzer.app.observe.metrics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the accounts of gateways have left, as last heard. Bounded; thread safe. */
final class Credits {
  /** What nobody speaks of for so long is not shown any more. */
  static final long FRESH_MS = Duration.ofHours(1).toMillis();

  /** So many accounts are kept. */
  static final int MOST = 10_000;

  private static final long SWEEP_MS = Duration.ofMinutes(1).toMillis();

  private final Map<Account, Left> accounts = new HashMap<>();
  private final Runnable leftOut;
  private long sweptMs;

  /**
   * Nothing is heard yet.
   *
   * @param leftOut told of everything that is said of an account that has no place
   */
  Credits(Runnable leftOut) {
    this.leftOut = leftOut;
  }

  private record Account(String task, String gateway, String tenant) {}

  private record Left(double usd, double runwaySeconds, long heardMs) {}

  synchronized void heard(
      String task,
      String gateway,
      String tenant,
      double leftUsd,
      double runwaySeconds,
      long nowMs) {
    Account account = new Account(task, gateway, tenant);
    if (accounts.size() >= MOST && !accounts.containsKey(account)) {
      sweep(nowMs);
      if (accounts.size() >= MOST) {
        leftOut.run();
        return;
      }
    }
    accounts.put(account, new Left(leftUsd, runwaySeconds, nowMs));
  }

  /** Forgets what a task said; another one may hear of the same accounts from now on. */
  synchronized void gone(String task) {
    accounts.keySet().removeIf(account -> account.task.equals(task));
  }

  /** The lowest balance of each gateway. */
  synchronized void readBalances(Reading.Values values, long nowMs) {
    forget(nowMs);
    Map<String, Double> lowest = new TreeMap<>();
    accounts.forEach((account, left) -> lower(lowest, account.gateway, left.usd));
    lowest.forEach((gateway, usd) -> values.add(usd, gateway));
  }

  /** The shortest runway of each gateway. */
  synchronized void readRunways(Reading.Values values, long nowMs) {
    forget(nowMs);
    Map<String, Double> shortest = new TreeMap<>();
    accounts.forEach((account, left) -> lower(shortest, account.gateway, left.runwaySeconds));
    shortest.forEach((gateway, seconds) -> values.add(seconds, gateway));
  }

  private static void lower(Map<String, Double> lowest, String gateway, double value) {
    if (!Double.isNaN(value)) {
      lowest.merge(gateway, value, Math::min);
    }
  }

  /** Walks over all of them, so it is not done for each one that finds no place. */
  private void sweep(long nowMs) {
    if (Math.abs(nowMs - sweptMs) >= SWEEP_MS) {
      forget(nowMs);
    }
  }

  private void forget(long nowMs) {
    sweptMs = nowMs;
    accounts.values().removeIf(left -> nowMs - left.heardMs > FRESH_MS);
  }
}
