package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * A ratio of two counts over one window, held against a limit: what policies of this form have in
 * common. Each fills in its scopes, its counts and its words.
 */
abstract class RatioPolicy implements Policy {
  private final String name;
  private final Limits limits;
  private final Words words;
  private final long windowMs;

  /** A policy of that name. */
  RatioPolicy(String name, Limits limits, Words words) {
    this.name = name;
    this.limits = limits;
    this.words = words;
    this.windowMs = limits.window.toMillis();
  }

  /** What is held against the limit. */
  abstract double ratio(Sums sums);

  /** Of what there has to be enough before anything is said. */
  abstract long counted(Sums sums);

  /** Whether nothing of what makes the ratio rise is in sight. */
  abstract boolean quiet(Sums sums);

  /** The text of the alert, or of its end. */
  abstract String summary(SortedMap<String, String> labels, Sums sums, boolean over);

  /** Whether a ratio is too high: a limit that is reached is passed. */
  boolean tooHigh(double ratio, double limit) {
    return ratio >= limit;
  }

  /** How near a ratio is to its limit, 1 being there. */
  double nearness(double ratio, double limit) {
    return ratio / limit;
  }

  /** A ratio as people read it. */
  String figure(double ratio) {
    return Phrases.percent(ratio);
  }

  /** The window as people read it. */
  final String span() {
    return Phrases.span(windowMs);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<Tier> tiers() {
    return List.of(new Tier(Checks.STEP_MS, windowMs));
  }

  @Override
  public final long memoryMs() {
    return windowMs + limits.leaveFor.toMillis();
  }

  @Override
  public final boolean quiet(Memory memory, long timeMs) {
    return quiet(memory.history().sum(timeMs, windowMs));
  }

  @Override
  public final List<Judgement> judge(Memory memory, long timeMs) {
    Sums sums = memory.history().sum(timeMs, windowMs);
    double ratio = ratio(sums);
    boolean enter = counted(sums) >= limits.least && tooHigh(ratio, limits.ratio);
    boolean leave = ratio < limits.leaveRatio;
    SortedMap<String, String> labels = memory.scope().labels();
    return List.of(
        new Judgement(
            "",
            limits.severity,
            labels,
            enter,
            leave,
            0,
            limits.leaveFor.toMillis(),
            ratio,
            limits.ratio,
            windowMs,
            Figures.closeness(
                enter, nearness(ratio, limits.ratio), (double) counted(sums) / limits.least),
            reading(ratio, counted(sums)),
            Texts.annotations(summary(labels, sums, leave), leave, words.advice)));
  }

  private String reading(double ratio, long counted) {
    return String.format(
        "%s of %s %s, %s of %s, in %s",
        figure(ratio),
        figure(limits.ratio),
        words.ratioOf,
        Phrases.number(counted),
        Phrases.count(limits.least, words.counted),
        span());
  }

  /**
   * When it fires and when it is over.
   *
   * @param ratio the limit
   * @param least so many have to be counted at least
   * @param window over which time
   * @param leaveRatio below which ratio it is over
   * @param leaveFor how long it must be below
   * @param severity how urgent it is
   */
  record Limits(
      double ratio,
      long least,
      Duration window,
      double leaveRatio,
      Duration leaveFor,
      Severity severity) {}

  /**
   * What it says.
   *
   * @param ratioOf what the ratio is of, behind a figure
   * @param counted one of what there has to be enough of
   * @param advice what to do about it
   */
  record Words(String ratioOf, String counted, String advice) {}
}
