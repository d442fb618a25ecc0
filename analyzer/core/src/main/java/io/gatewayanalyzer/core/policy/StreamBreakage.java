package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.SortedMap;

/**
 * Streams that began under a success status fail in the middle or have no end. One scope per
 * gateway and provider.
 */
public final class StreamBreakage extends RatioPolicy {
  /** The alert's name. */
  public static final String NAME = "StreamBreakage";

  private static final int STREAMS = 0;
  private static final int BROKEN = 1;

  /** A policy with these settings. */
  public StreamBreakage(Settings settings) {
    super(
        NAME,
        new Limits(
            settings.share,
            settings.minBroken,
            settings.window,
            settings.leaveShare,
            settings.leaveFor,
            settings.severity),
        new Words(
            "broken",
            "stream",
            "Callers got half an answer under a 200: compare with other providers and models,"
                + " look for a time limit of a proxy in between, and move streamed traffic"
                + " elsewhere."));
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long streams = counts.get(Measure.STREAMS);
    long broken = counts.get(Measure.STREAMS_BROKEN);
    if (streams > 0) {
      out.add(
          ScopeLabels.of(place.gateway(), "provider", ScopeLabels.PROVIDER, place.provider()),
          Sums.of(streams, broken),
          broken > 0,
          false);
    }
  }

  @Override
  public boolean shows(Sample sample) {
    return sample.category() != null
        && sample.category().defaultFaultDomain() != FaultDomain.CALLER;
  }

  @Override
  double ratio(Sums sums) {
    return Figures.ratio(sums.get(BROKEN), sums.get(STREAMS));
  }

  @Override
  long counted(Sums sums) {
    return sums.get(BROKEN);
  }

  @Override
  boolean quiet(Sums sums) {
    return sums.get(BROKEN) == 0;
  }

  @Override
  String summary(SortedMap<String, String> labels, Sums sums, boolean over) {
    return String.format(
        "%s at %s: %s of %s broke in %s",
        over ? "Streams hold again" : "Streams break",
        Texts.provider(labels),
        Phrases.percent(ratio(sums)),
        Phrases.count(sums.get(STREAMS), "stream"),
        span());
  }

  /**
   * When streams are called broken.
   *
   * @param share broken ones among streams, more than 0 and at most 1
   * @param minBroken so many broken ones at least
   * @param window over which time both are counted
   * @param leaveShare below which share it is over; less than {@code share}
   * @param leaveFor how long it must be below
   * @param severity how urgent it is
   */
  public record Settings(
      double share,
      long minBroken,
      Duration window,
      double leaveShare,
      Duration leaveFor,
      Severity severity) {
    /** 2 % and 20 streams in five minutes; below 1 % for five minutes it is over. */
    public static final Settings DEFAULTS =
        new Settings(0.02, 20, Duration.ofMinutes(5), 0.01, Duration.ofMinutes(5), Severity.TICKET);

    /** Refuses what makes no sense. */
    public Settings {
      Checks.share("share", share);
      Checks.positive("min-broken", minBroken);
      Checks.window("window", window);
      Checks.share("leave-share", leaveShare);
      Checks.below("leave-share", leaveShare, "share", share);
      Checks.notNegative("leave-for", leaveFor);
    }
  }
}
