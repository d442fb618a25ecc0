package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * Something that no rule explains. Three kinds of scope: a fingerprint, which is news when it is
 * seen for the first time; a gateway, of whose attempts too many fail unexplained; the whole line,
 * of whose records too many cannot be read (they do not even say their gateway).
 */
public final class UnknownPayload implements Policy {
  /** The alert's name. */
  public static final String NAME = "UnknownPayload";

  static final String LINE = "line";
  static final String GATEWAY = "gateway";
  static final String SHAPE = "fingerprint";

  private static final long MINUTE_MS = 60_000;
  private static final long DAY_MS = Duration.ofDays(1).toMillis();
  private static final long LONGEST_DAYS = 366;
  private static final int UNKNOWN = 0;
  private static final int ALL = 1;

  private final Settings settings;
  private final long windowMs;
  private final long newForMs;
  private final long rememberedMs;

  /** A policy with these settings. */
  public UnknownPayload(Settings settings) {
    this.settings = settings;
    this.windowMs = settings.window.toMillis();
    this.newForMs = settings.newFor.toMillis();
    this.rememberedMs = settings.remembered.toMillis();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long attempts = counts.get(Measure.ATTEMPTS);
    long undecodable = counts.get(Measure.UNDECODABLE);
    long payloads = undecodable + counts.get(Measure.UNKNOWN_PAYLOADS);
    if (place.fingerprint() != null && payloads > 0) {
      out.add(
          ScopeLabels.of(place.gateway(), SHAPE, ScopeLabels.FINGERPRINT, place.fingerprint()),
          Sums.of(payloads, payloads),
          true,
          false);
    }
    if (attempts > 0) {
      long unrecognized = counts.get(Measure.UNRECOGNIZED);
      out.add(
          ScopeLabels.of(place.gateway(), GATEWAY),
          Sums.of(unrecognized, attempts),
          unrecognized > 0,
          false);
    }
    if (attempts + undecodable > 0) {
      out.add(
          ScopeLabels.of(null, LINE),
          Sums.of(undecodable, attempts + undecodable),
          undecodable > 0,
          false);
    }
  }

  @Override
  public List<Tier> tiers() {
    return List.of(
        new Tier(MINUTE_MS, Math.max(windowMs, newForMs)), new Tier(DAY_MS, rememberedMs));
  }

  @Override
  public List<Long> windows() {
    return List.of(windowMs, newForMs, rememberedMs);
  }

  @Override
  public boolean quiet(Memory memory, long timeMs) {
    return memory.history().sum(timeMs, windowMs).get(UNKNOWN) == 0
        && !memory.scope().labels().get(ScopeLabels.SCOPE).equals(SHAPE);
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    return List.of(
        memory.scope().labels().get(ScopeLabels.SCOPE).equals(SHAPE)
            ? shape(memory, timeMs)
            : share(memory, timeMs));
  }

  private Judgement shape(Memory memory, long timeMs) {
    SortedMap<String, String> labels = memory.scope().labels();
    long lately = memory.history().sum(timeMs, newForMs).get(UNKNOWN);
    long ever = memory.history().sum(timeMs, rememberedMs).get(UNKNOWN);
    boolean enter = lately > 0 && lately == ever;
    String seen = Phrases.count(lately, "time") + " in " + Phrases.span(newForMs);
    return new Judgement(
        SHAPE,
        settings.newSeverity,
        labels,
        enter,
        !enter,
        0,
        0,
        lately,
        1,
        newForMs,
        Figures.closeness(enter, enter ? 1 : 0),
        enter ? "new, seen " + seen : "known, seen " + seen,
        Texts.annotations(
            String.format(
                enter
                    ? "A payload nobody has a rule for, new at %s: shape %s, %s"
                    : "No longer news at %s: the payload of shape %s, %s",
                Texts.gateway(labels),
                labels.get(ScopeLabels.FINGERPRINT),
                seen),
            !enter,
            "Read one in the unknown topic (the fingerprint is the key), ask `gateway-analyzer"
                + " explain` what came near, and add a rule; nothing is lost until then."));
  }

  private Judgement share(Memory memory, long timeMs) {
    SortedMap<String, String> labels = memory.scope().labels();
    Sums sums = memory.history().sum(timeMs, windowMs);
    long unknown = sums.get(UNKNOWN);
    long all = sums.get(ALL);
    double share = Figures.ratio(unknown, all);
    boolean enter =
        all >= settings.minRecords && unknown >= settings.minUnknown && share > settings.share;
    boolean leave = share < settings.leaveShare;
    return new Judgement(
        labels.get(ScopeLabels.SCOPE),
        settings.severity,
        labels,
        enter,
        leave,
        0,
        settings.leaveFor.toMillis(),
        share,
        settings.share,
        windowMs,
        Figures.closeness(
            enter,
            share / settings.share,
            (double) unknown / settings.minUnknown,
            (double) all / settings.minRecords),
        String.format(
            "%s of %s unknown, %s of %s, in %s",
            Phrases.percent(share),
            Phrases.percent(settings.share),
            Phrases.number(all),
            Phrases.count(settings.minRecords, "record"),
            Phrases.span(windowMs)),
        Texts.annotations(
            summary(labels, unknown, all),
            leave,
            "See what is most frequent in the unknown topic: a new format needs a mapping, a new"
                + " error a rule. Figures of categories are too low until then."));
  }

  private String summary(SortedMap<String, String> labels, long unknown, long all) {
    String what =
        labels.get(ScopeLabels.SCOPE).equals(LINE)
            ? "of " + Phrases.count(all, "record") + " cannot be read"
            : "of "
                + Phrases.count(all, "attempt")
                + " at "
                + Texts.gateway(labels)
                + " failed unexplained";
    return Phrases.percent(Figures.ratio(unknown, all))
        + " "
        + what
        + " in "
        + Phrases.span(windowMs);
  }

  /**
   * When the unexplained is worth a word.
   *
   * @param newFor how long a new fingerprint is news, from a minute to a day
   * @param remembered how long after it was seen last a fingerprint is still known; longer than
   *     {@code newFor}, whole days
   * @param newSeverity how urgent a new fingerprint is
   * @param share unknown ones among records, more than 0 and at most 1
   * @param minRecords so many records at least
   * @param minUnknown so many unknown ones at least
   * @param window over which time they are counted, from a minute to a day
   * @param leaveShare below which share it is over; less than {@code share}
   * @param leaveFor how long it must be below
   * @param severity how urgent too large a share is
   */
  public record Settings(
      Duration newFor,
      Duration remembered,
      Severity newSeverity,
      double share,
      long minRecords,
      long minUnknown,
      Duration window,
      double leaveShare,
      Duration leaveFor,
      Severity severity) {
    /** News for an hour, remembered 30 days; more than 1 % of 100 records in 15 minutes. */
    public static final Settings DEFAULTS =
        new Settings(
            Duration.ofHours(1),
            Duration.ofDays(30),
            Severity.INFO,
            0.01,
            100,
            5,
            Duration.ofMinutes(15),
            0.005,
            Duration.ofMinutes(5),
            Severity.TICKET);

    /** Refuses what makes no sense. */
    public Settings {
      minutes("new-for", newFor);
      Checks.that(
          remembered.compareTo(newFor) > 0
              && remembered.toDays() <= LONGEST_DAYS
              && remembered.equals(Duration.ofDays(remembered.toDays())),
          "remembered must be whole days, longer than new-for and at most 366d");
      Checks.share("share", share);
      Checks.positive("min-records", minRecords);
      Checks.positive("min-unknown", minUnknown);
      minutes("window", window);
      Checks.share("leave-share", leaveShare);
      Checks.below("leave-share", leaveShare, "share", share);
      Checks.notNegative("leave-for", leaveFor);
    }

    private static void minutes(String key, Duration value) {
      Checks.that(
          value.toMillis() >= MINUTE_MS
              && value.toMillis() <= DAY_MS
              && value.toMillis() % MINUTE_MS == 0,
          key + " must be from 1m to 1d, in whole minutes");
    }
  }
}
