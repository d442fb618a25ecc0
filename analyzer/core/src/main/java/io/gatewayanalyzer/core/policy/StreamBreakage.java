package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.List;

/**
 * Streams that began under a success status fail in the middle or have no end. One scope per
 * gateway and provider.
 */
public final class StreamBreakage implements Policy {
  /** The alert's name. */
  public static final String NAME = "StreamBreakage";

  private static final int STREAMS = 0;
  private static final int BROKEN = 1;

  private final Settings settings;
  private final long windowMs;

  /** A policy with these settings. */
  public StreamBreakage(Settings settings) {
    this.settings = settings;
    this.windowMs = settings.window.toMillis();
  }

  @Override
  public String name() {
    return NAME;
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
  public List<Tier> tiers() {
    return List.of(new Tier(Checks.STEP_MS, windowMs));
  }

  @Override
  public long memoryMs() {
    return windowMs + settings.leaveFor.toMillis();
  }

  @Override
  public boolean quiet(Memory memory, long timeMs) {
    return memory.history().sum(timeMs, windowMs).get(BROKEN) == 0;
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    Sums sums = memory.history().sum(timeMs, windowMs);
    long broken = sums.get(BROKEN);
    double share = Figures.ratio(broken, sums.get(STREAMS));
    boolean enter = broken >= settings.minBroken && share >= settings.share;
    boolean leave = share < settings.leaveShare;
    String figures =
        String.format(
            "%s of %s broke in %s",
            Phrases.percent(share),
            Phrases.count(sums.get(STREAMS), "stream"),
            Phrases.span(windowMs));
    String who = Texts.provider(memory.scope().labels());
    return List.of(
        new Judgement(
            "",
            settings.severity,
            memory.scope().labels(),
            enter,
            leave,
            0,
            settings.leaveFor.toMillis(),
            share,
            settings.share,
            windowMs,
            Figures.closeness(enter, share / settings.share, (double) broken / settings.minBroken),
            String.format(
                "%s of %s broken, %s of %s, in %s",
                Phrases.percent(share),
                Phrases.percent(settings.share),
                Phrases.number(broken),
                Phrases.count(settings.minBroken, "stream"),
                Phrases.span(windowMs)),
            Texts.annotations(
                (leave ? "Streams hold again at " : "Streams break at ") + who + ": " + figures,
                leave,
                "Callers got half an answer under a 200: compare with other providers and models,"
                    + " look for a time limit of a proxy in between, and move streamed traffic"
                    + " elsewhere.")));
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
