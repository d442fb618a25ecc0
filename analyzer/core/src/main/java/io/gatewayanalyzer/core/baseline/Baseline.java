package io.gatewayanalyzer.core.baseline;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.Objects;

/**
 * What is usual for a count per minute, learned from calm minutes: what was seen of late, old
 * minutes counting less, and, once two weeks are known, what the hour of the week is like. Its size
 * is bounded whatever is counted. Immutable.
 */
public final class Baseline {
  /** Nothing is learned: no count is usual but zero. */
  public static final Baseline NONE =
      new Baseline(MinuteCounts.NONE, MinuteCounts.NONE, -1, HourProfile.NONE, -1);

  private static final long HOUR_MS = 3_600_000;

  /** After so many hours a minute counts half: a day, so that day and night are both known. */
  private static final double HALF_LIFE_HOURS = 24;

  /** An hour is known when half of it is. */
  private static final long ENOUGH = 30 * MinuteCounts.MINUTE;

  /** The minutes of the last days. */
  private final MinuteCounts recent;

  /** The minutes of the latest hour. */
  private final MinuteCounts thisHour;

  /** The latest hour, hours since the epoch; -1 when nothing is learned. */
  private final long hour;

  /** What earlier weeks were like. */
  private final HourProfile profile;

  private final long untilMs;

  private Baseline(
      MinuteCounts recent, MinuteCounts thisHour, long hour, HourProfile profile, long untilMs) {
    this.recent = recent;
    this.thisHour = thisHour;
    this.hour = hour;
    this.profile = profile;
    this.untilMs = untilMs;
  }

  /**
   * With one more minute learned. Within an hour the order does not matter.
   *
   * @param minuteMs start of the minute, epoch milliseconds
   * @param count what was counted in it
   */
  public Baseline plus(long minuteMs, long count) {
    long at = Math.floorDiv(minuteMs, HOUR_MS);
    if (hour >= 0 && at < hour) {
      long weight = (long) (MinuteCounts.MINUTE * decay(hour - at));
      return new Baseline(recent.plus(count, weight), thisHour, hour, profile, untilMs);
    }
    Baseline now = hour >= 0 && at > hour ? closed(at) : this;
    return new Baseline(
        now.recent.plus(count, MinuteCounts.MINUTE),
        now.thisHour.plus(count, MinuteCounts.MINUTE),
        at,
        now.profile,
        untilMs);
  }

  private Baseline closed(long next) {
    boolean known = thisHour.weight() >= ENOUGH;
    return new Baseline(
        recent.scaled(decay(next - hour)),
        MinuteCounts.NONE,
        next,
        known ? profile.with(hour, thisHour.usual()) : profile,
        untilMs);
  }

  private static double decay(long hours) {
    return StrictMath.pow(2, -hours / HALF_LIFE_HOURS);
  }

  /** The same, minutes up to this time being done with; epoch milliseconds. */
  public Baseline until(long timeMs) {
    return timeMs <= untilMs ? this : new Baseline(recent, thisHour, hour, profile, timeMs);
  }

  /**
   * Up to when minutes were learned, or left out because they were not calm, epoch milliseconds; -1
   * for never.
   */
  public long untilMs() {
    return untilMs;
  }

  /** How many minutes it has learned, old ones counting less. */
  public double minutes() {
    return (double) recent.weight() / MinuteCounts.MINUTE;
  }

  /** The usual count of a minute at that time. */
  public double median(long minuteMs) {
    return usual(minuteMs).median();
  }

  /** The median absolute deviation at that time. */
  public double deviation(long minuteMs) {
    return usual(minuteMs).deviation();
  }

  /**
   * How far a count is from the usual: robust z, or what a Poisson tail of the same unlikeliness
   * would give when the usual count is small.
   */
  public double z(long minuteMs, long count) {
    return usual(minuteMs).z((double) count);
  }

  private Usual usual(long minuteMs) {
    Usual late = recent.usual();
    Usual weekly = profile.usual(Math.floorDiv(minuteMs, HOUR_MS), late.mean());
    return weekly == null ? late : weekly;
  }

  /** Packs it; {@link #read} gives the same back. */
  public void write(StateWriter out) {
    recent.write(out);
    thisHour.write(out);
    out.count(hour + 1);
    profile.write(out);
    out.count(untilMs + 1);
  }

  /** What {@link #write} packed. */
  public static Baseline read(StateReader in) {
    return new Baseline(
        MinuteCounts.read(in),
        MinuteCounts.read(in),
        in.count() - 1,
        HourProfile.read(in),
        in.count() - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Baseline baseline
        && recent.equals(baseline.recent)
        && thisHour.equals(baseline.thisHour)
        && hour == baseline.hour
        && profile.equals(baseline.profile)
        && untilMs == baseline.untilMs;
  }

  @Override
  public int hashCode() {
    return Objects.hash(recent, thisHour, hour, profile, untilMs);
  }
}
