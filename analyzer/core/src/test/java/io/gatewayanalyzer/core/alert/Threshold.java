package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Severity;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The simplest policy: so many failures in a minute, and a share of failures in ten. Its sums are
 * failures, attempts, and cents that were spent by what was left.
 */
record Threshold(long enterForMs, long leaveForMs, boolean picky) implements Policy {
  static final String NAME = "Failures";
  static final String MANY = "many";
  static final String SHARE = "share";
  static final long MANY_FAILURES = 3;
  static final long MINUTE_MS = 60_000;

  private static final long TEN_SECONDS_MS = 10_000;
  private static final long CENTS = 100;

  /** One that remembers only where something failed. */
  Threshold(long enterForMs, long leaveForMs) {
    this(enterForMs, leaveForMs, true);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long attempts = counts.get(Measure.ATTEMPTS);
    long failures = attempts - counts.get(Measure.HEALTHY);
    SortedMap<String, String> labels = new TreeMap<>(Map.of("gateway", place.gateway()));
    out.add(labels, Sums.of(failures, attempts, 0), true, true);
  }

  @Override
  public boolean opens(Sums values) {
    return !picky || values.get(0) > 0;
  }

  @Override
  public List<Tier> tiers() {
    return List.of(new Tier(TEN_SECONDS_MS, 2 * MINUTE_MS), new Tier(MINUTE_MS, 10 * MINUTE_MS));
  }

  @Override
  public List<Long> windows() {
    return List.of(MINUTE_MS, 10 * MINUTE_MS);
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    long failures = memory.history().sum(timeMs, MINUTE_MS).get(0);
    Sums tenMinutes = memory.history().sum(timeMs, 10 * MINUTE_MS);
    double share = tenMinutes.get(1) < 10 ? 0 : (double) tenMinutes.get(0) / tenMinutes.get(1);
    return List.of(
        judgement(MANY, Severity.PAGE, (double) failures, MANY_FAILURES, failures == 0, MINUTE_MS),
        judgement(SHARE, Severity.TICKET, share, 0.5, share < 0.25, 10 * MINUTE_MS));
  }

  @Override
  public Sums spent(Sums sums, Balance before, Balance now) {
    long cents = Math.round((before.usd() - now.usd()) * CENTS);
    return sums.plus(Sums.of(0, 0, Math.max(0, cents)));
  }

  private Judgement judgement(
      String variant,
      Severity severity,
      double value,
      double threshold,
      boolean leave,
      long windowMs) {
    return new Judgement(
        variant,
        severity,
        new TreeMap<>(Map.of("scope", variant)),
        value >= threshold,
        leave,
        enterForMs,
        leaveForMs,
        value,
        threshold,
        windowMs,
        value / threshold,
        value + " of " + threshold,
        Map.of("summary", "It fails", "description", "Look at it"));
  }
}
