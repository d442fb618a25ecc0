package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.SortedMap;

/** Retries multiply the traffic of a gateway beyond its budget. One scope per gateway. */
public final class RetryStorm extends RatioPolicy {
  /** The alert's name. */
  public static final String NAME = "RetryStorm";

  private static final int ATTEMPTS = 0;
  private static final int OPERATIONS = 1;

  /** A policy with these settings. */
  public RetryStorm(Settings settings) {
    super(
        NAME,
        new Limits(
            settings.ratio,
            settings.minAttempts,
            settings.window,
            settings.leaveRatio,
            settings.leaveFor,
            settings.severity),
        new Words(
            "attempts an operation",
            "attempt",
            "Find what fails (another alert usually says) and have callers back off: fewer"
                + " tries, growing pauses, and no second layer that retries as well."));
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long operations = counts.get(Measure.OPERATIONS);
    boolean samples = counts.samples().stream().anyMatch(this::shows);
    if (operations > 0 || samples) {
      out.add(
          ScopeLabels.of(place.gateway(), "gateway"),
          Sums.of(counts.get(Measure.OPERATION_ATTEMPTS), operations),
          samples,
          false);
    }
  }

  @Override
  public boolean opens(Sums values) {
    return values.get(OPERATIONS) > 0;
  }

  @Override
  public boolean shows(Sample sample) {
    return sample.category() != null;
  }

  @Override
  double ratio(Sums sums) {
    long operations = sums.get(OPERATIONS);
    return operations == 0 ? 1 : Figures.ratio(sums.get(ATTEMPTS), operations);
  }

  @Override
  long counted(Sums sums) {
    return sums.get(ATTEMPTS);
  }

  @Override
  boolean quiet(Sums sums) {
    return sums.get(ATTEMPTS) <= sums.get(OPERATIONS);
  }

  /** The limit itself is still fine. */
  @Override
  boolean tooHigh(double ratio, double limit) {
    return ratio > limit;
  }

  /** One attempt an operation is none too many. */
  @Override
  double nearness(double ratio, double limit) {
    return (ratio - 1) / (limit - 1);
  }

  @Override
  String figure(double ratio) {
    return Phrases.number(ratio);
  }

  @Override
  String summary(SortedMap<String, String> labels, Sums sums, boolean over) {
    String who = Texts.gateway(labels);
    String figures =
        String.format(
            "%s for %s in %s",
            Phrases.count(sums.get(ATTEMPTS), "attempt"),
            Phrases.count(sums.get(OPERATIONS), "operation"),
            span());
    return over
        ? "Retries at " + who + " are back to normal: " + figures
        : String.format(
            "Retries multiply the traffic at %s by %s: %s", who, figure(ratio(sums)), figures);
  }

  /**
   * When retries are called a storm.
   *
   * @param ratio attempts per operation that are still fine, more than 1
   * @param minAttempts so many attempts at least
   * @param window over which time operations are counted that end
   * @param leaveRatio below which ratio it is over; more than 1 and less than {@code ratio}
   * @param leaveFor how long it must be below
   * @param severity how urgent it is
   */
  public record Settings(
      double ratio,
      long minAttempts,
      Duration window,
      double leaveRatio,
      Duration leaveFor,
      Severity severity) {
    /** More than 1.2 with 50 attempts in five minutes; below 1.1 for two minutes it is over. */
    public static final Settings DEFAULTS =
        new Settings(1.2, 50, Duration.ofMinutes(5), 1.1, Duration.ofMinutes(2), Severity.TICKET);

    private static final double MOST = 1_000;

    /** Refuses what makes no sense. */
    public Settings {
      Checks.that(ratio > 1 && ratio <= MOST, "ratio must be more than 1 and at most 1000");
      Checks.positive("min-attempts", minAttempts);
      Checks.window("window", window);
      Checks.that(leaveRatio > 1, "leave-ratio must be more than 1");
      Checks.below("leave-ratio", leaveRatio, "ratio", ratio);
      Checks.notNegative("leave-for", leaveFor);
    }
  }
}
