package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * Most attempts at a provider fail through its fault. One scope per gateway and provider; rate
 * limits are not faults.
 */
public final class ProviderOutage extends RatioPolicy {
  /** The alert's name. */
  public static final String NAME = "ProviderOutage";

  private static final List<ErrorCategory> CAUSES =
      List.of(
          ErrorCategory.TIMEOUT,
          ErrorCategory.PROVIDER_OVERLOADED,
          ErrorCategory.PROVIDER_UNAVAILABLE,
          ErrorCategory.PROVIDER_ERROR,
          ErrorCategory.STREAM_INTERRUPTED);

  private static final int ATTEMPTS = 0;
  private static final int FAULTS = 1;
  private static final int CAUSE = 2;

  /** A policy with these settings. */
  public ProviderOutage(Settings settings) {
    super(
        NAME,
        new Limits(
            settings.share,
            settings.minAttempts,
            settings.window,
            settings.leaveShare,
            settings.leaveFor,
            settings.severity),
        new Words(
            "provider faults",
            "attempt",
            "Look at the provider's status page and send the traffic to another provider or"
                + " model until it answers; retries at the same provider make it worse."));
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long attempts = counts.get(Measure.ATTEMPTS);
    if (attempts == 0) {
      return;
    }
    long[] values = new long[CAUSE + CAUSES.size()];
    values[ATTEMPTS] = attempts;
    values[FAULTS] = counts.get(Measure.PROVIDER_FAULTS);
    for (int i = 0; i < CAUSES.size(); i++) {
      values[CAUSE + i] = counts.get(Measure.attemptsOf(CAUSES.get(i)));
    }
    out.add(
        ScopeLabels.of(place.gateway(), "provider", ScopeLabels.PROVIDER, place.provider()),
        Sums.of(values),
        values[FAULTS] > 0,
        false);
  }

  @Override
  public boolean shows(Sample sample) {
    return sample.category() != null
        && sample.category().defaultFaultDomain() == FaultDomain.PROVIDER;
  }

  @Override
  double ratio(Sums sums) {
    return Figures.ratio(sums.get(FAULTS), sums.get(ATTEMPTS));
  }

  @Override
  long counted(Sums sums) {
    return sums.get(ATTEMPTS);
  }

  @Override
  boolean quiet(Sums sums) {
    return sums.get(FAULTS) == 0;
  }

  @Override
  String summary(SortedMap<String, String> labels, Sums sums, boolean over) {
    long attempts = sums.get(ATTEMPTS);
    String figures =
        attempts == 0
            ? "no attempts in " + span()
            : String.format(
                "%s of %s failed in %s%s",
                Phrases.percent(ratio(sums)),
                Phrases.count(attempts, "attempt"),
                span(),
                mostly(sums));
    return Texts.provider(labels) + (over ? " no longer fails: " : " fails: ") + figures;
  }

  private static String mostly(Sums sums) {
    int most = 0;
    for (int i = 1; i < CAUSES.size(); i++) {
      most = sums.get(CAUSE + i) > sums.get(CAUSE + most) ? i : most;
    }
    return sums.get(CAUSE + most) == 0 ? "" : ", mostly " + CAUSES.get(most).wire();
  }

  /**
   * When a provider is called down.
   *
   * @param share faults among attempts, more than 0 and at most 1
   * @param minAttempts so many attempts at least, or it is too early to say
   * @param window over which time both are counted
   * @param leaveShare below which share it is no longer down; less than {@code share}
   * @param leaveFor how long it must be below
   * @param severity how urgent it is
   */
  public record Settings(
      double share,
      long minAttempts,
      Duration window,
      double leaveShare,
      Duration leaveFor,
      Severity severity) {
    /** 50 % of 20 attempts in two minutes pages; below 25 % for two minutes it is over. */
    public static final Settings DEFAULTS =
        new Settings(0.5, 20, Duration.ofMinutes(2), 0.25, Duration.ofMinutes(2), Severity.PAGE);

    /** Refuses what makes no sense. */
    public Settings {
      Checks.share("share", share);
      Checks.positive("min-attempts", minAttempts);
      Checks.window("window", window);
      Checks.share("leave-share", leaveShare);
      Checks.below("leave-share", leaveShare, "share", share);
      Checks.notNegative("leave-for", leaveFor);
    }
  }
}
