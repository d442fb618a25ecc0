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
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.List;

/**
 * A client repeats what a failure has just called pointless. One scope per gateway and client;
 * clients without a name are one.
 */
public final class BlindRetries implements Policy {
  /** The alert's name. */
  public static final String NAME = "BlindRetries";

  private static final int RETRIES = 0;

  private final Settings settings;
  private final long windowMs;

  /** A policy with these settings. */
  public BlindRetries(Settings settings) {
    this.settings = settings;
    this.windowMs = settings.window.toMillis();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long retries = counts.get(Measure.BLIND_RETRIES);
    if (retries > 0) {
      out.add(
          ScopeLabels.of(place.gateway(), "client", ScopeLabels.CLIENT, place.client()),
          Sums.of(retries),
          true,
          false);
    }
  }

  @Override
  public boolean shows(Sample sample) {
    return sample.category() != null && !sample.category().defaultRetryable();
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
  public List<Judgement> judge(Memory memory, long timeMs) {
    long retries = memory.history().sum(timeMs, windowMs).get(RETRIES);
    boolean enter = retries >= settings.minRetries;
    boolean leave = retries < settings.leaveRetries;
    String who =
        memory.scope().labels().getOrDefault(ScopeLabels.CLIENT, "A client without a name")
            + " at "
            + Texts.gateway(memory.scope().labels());
    String figures = Phrases.count(retries, "retry") + " in " + Phrases.span(windowMs);
    return List.of(
        new Judgement(
            "",
            settings.severity,
            memory.scope().labels(),
            enter,
            leave,
            0,
            settings.leaveFor.toMillis(),
            retries,
            settings.minRetries,
            windowMs,
            Figures.closeness(enter, (double) retries / settings.minRetries),
            String.format(
                "%s of %s in %s",
                Phrases.number(retries),
                Phrases.count(settings.minRetries, "blind retry"),
                Phrases.span(windowMs)),
            Texts.annotations(
                who
                    + (leave
                        ? " hardly retries what cannot succeed any more: "
                        : " retries what cannot succeed: ")
                    + figures,
                leave,
                "Tell the owner of the client: errors that are not retryable (wrong request, wrong"
                    + " key, no credit) come back the same however often they are sent.")));
  }

  /**
   * When retries are worth a note.
   *
   * @param minRetries so many blind retries
   * @param window over which time
   * @param leaveRetries with fewer than so many it is over; at most {@code minRetries}
   * @param leaveFor how long there must be fewer
   * @param severity how urgent it is
   */
  public record Settings(
      long minRetries, Duration window, long leaveRetries, Duration leaveFor, Severity severity) {
    /** Ten in five minutes; with fewer than five for five minutes it is over. */
    public static final Settings DEFAULTS =
        new Settings(10, Duration.ofMinutes(5), 5, Duration.ofMinutes(5), Severity.INFO);

    /** Refuses what makes no sense. */
    public Settings {
      Checks.positive("min-retries", minRetries);
      Checks.window("window", window);
      Checks.positive("leave-retries", leaveRetries);
      Checks.that(leaveRetries <= minRetries, "leave-retries must be at most min-retries");
      Checks.notNegative("leave-for", leaveFor);
    }
  }
}
