package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.baseline.Baseline;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Far more rate limits than usual on one model, told apart by whose limit it is. What is usual is
 * learned minute by minute, {@link Settings#leaveFor} late, so that nothing of what is about to be
 * called a spike is learned; while one lasts nothing is. Counts and their share of the attempts
 * have to be odd both: a morning brings more of everything, and one caller alone has high shares.
 */
public final class RateLimitSpike implements Policy {
  /** The alert's name. */
  public static final String NAME = "RateLimitSpike";

  private static final long MINUTE_MS = 60_000;

  /** A whole week and a day, or the hours of the week would never be known. */
  private static final long MEMORY_MS = Duration.ofDays(8).toMillis();

  /**
   * So many minutes have to be known before they are worth protecting: of what has never been
   * otherwise, a spike that lasts is what is usual.
   */
  private static final double PROTECTED_MINUTES = 30;

  /** Of fewer attempts in a minute no share is told. */
  private static final long TELLING_ATTEMPTS = 5;

  private static final double PER_MILLE = 1000;
  private static final int LATEST = 3;
  private static final int ODD = 2;
  private static final int ATTEMPTS = 0;
  private static final List<LimitSource> SOURCES = List.of(LimitSource.values());

  private final Settings settings;

  /** A policy with these settings. */
  public RateLimitSpike(Settings settings) {
    this.settings = settings;
  }

  /**
   * When rate limits are a spike.
   *
   * @param minEvents so many in the window at least; positive
   * @param minShare this share of the window's attempts at least, above 0 and up to 1
   * @param window whole minutes, at least three
   * @param enterZ how odd two of the last three minutes have to be, robust standard deviations;
   *     positive
   * @param leaveZ below this a minute is calm; positive, below {@code enterZ}
   * @param leaveFor so long it has to be calm, whole minutes, at least the window
   * @param severity how urgent it is
   */
  public record Settings(
      long minEvents,
      double minShare,
      Duration window,
      double enterZ,
      double leaveZ,
      Duration leaveFor,
      Severity severity) {
    /** 20 events and 2 % in 5 minutes, z of 3.5; over after 5 minutes below 2. */
    public static final Settings DEFAULTS =
        new Settings(
            20, 0.02, Duration.ofMinutes(5), 3.5, 2, Duration.ofMinutes(5), Severity.TICKET);

    /** Refuses what makes no sense. */
    public Settings {
      Checks.positive("min-events", minEvents);
      Checks.share("min-share", minShare);
      Checks.that(minutes(window, LATEST), "window must be whole minutes, 3m at least");
      Checks.that(leaveZ > 0, "leave-z must be more than 0");
      Checks.below("leave-z", leaveZ, "enter-z", enterZ);
      Checks.that(
          minutes(leaveFor, window.toMinutes()),
          "leave-for must be whole minutes, not less than window");
    }

    private static boolean minutes(Duration time, long least) {
      return time.toMinutes() >= least && time.equals(Duration.ofMinutes(time.toMinutes()));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long attempts = counts.get(Measure.ATTEMPTS);
    if (attempts == 0) {
      return;
    }
    long[] values = new long[1 + SOURCES.size()];
    values[ATTEMPTS] = attempts;
    for (LimitSource source : SOURCES) {
      values[1 + source.ordinal()] = counts.get(measure(source));
    }
    boolean limited = Arrays.stream(values).skip(1).sum() > 0;
    out.add(labels(place), Sums.of(values), limited, false);
  }

  private static SortedMap<String, String> labels(Place place) {
    return ScopeLabels.of(
        place.gateway(), "model", ScopeLabels.PROVIDER, place.provider(), "model", place.model());
  }

  private static Measure measure(LimitSource source) {
    return switch (source) {
      case GATEWAY -> Measure.LIMITED_BY_GATEWAY;
      case PROVIDER -> Measure.LIMITED_BY_PROVIDER;
      case UNKNOWN -> Measure.LIMITED_BY_UNKNOWN;
    };
  }

  @Override
  public boolean shows(Sample sample) {
    return sample.category() == ErrorCategory.RATE_LIMITED;
  }

  @Override
  public List<Tier> tiers() {
    return List.of(new Tier(MINUTE_MS, settings.leaveFor().plusMinutes(LATEST).toMillis()));
  }

  @Override
  public List<Long> windows() {
    return List.of(settings.window().toMillis(), settings.leaveFor().toMillis());
  }

  @Override
  public long memoryMs() {
    return MEMORY_MS;
  }

  @Override
  public boolean quiet(Memory memory, long timeMs) {
    Sums sums = memory.history().sum(timeMs, settings.window().toMillis());
    return SOURCES.stream().allMatch(source -> sums.get(1 + source.ordinal()) == 0);
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    return SOURCES.stream().map(source -> judged(memory, timeMs, source)).toList();
  }

  private Judgement judged(Memory memory, long timeMs, LimitSource source) {
    long windowMs = settings.window().toMillis();
    Sums sums = memory.history().sum(timeMs, windowMs);
    long events = sums.get(1 + source.ordinal());
    double share = Figures.ratio(events, sums.get(ATTEMPTS));
    double[] odds = events == 0 ? new double[LATEST] : odds(memory, timeMs, source);
    double odd = nth(odds, ODD);
    boolean enter =
        events >= settings.minEvents() && share >= settings.minShare() && odd >= settings.enterZ();
    boolean calm =
        odds[0] < settings.leaveZ()
            || 2 * events < settings.minEvents()
            || 2 * share < settings.minShare();
    double closeness =
        Figures.closeness(
            enter,
            (double) events / settings.minEvents(),
            share / settings.minShare(),
            odd / settings.enterZ());
    SortedMap<String, String> labels = new TreeMap<>(memory.scope().labels());
    labels.put("limit_source", source.wire());
    Reading reading = new Reading(events, share, odd, usual(memory, source, timeMs));
    return new Judgement(
        source.wire(),
        settings.severity(),
        labels,
        enter,
        !enter && calm,
        0,
        settings.leaveFor().toMillis(),
        odd,
        settings.enterZ(),
        windowMs,
        closeness,
        reading(reading),
        texts(memory, source, reading, !enter && calm));
  }

  /** How odd the last minutes are, the latest first: by their count and by its share as well. */
  private static double[] odds(Memory memory, long timeMs, LimitSource source) {
    Baseline counts = baseline(memory, source.wire());
    Baseline shares = baseline(memory, sharesOf(source));
    double[] odds = new double[LATEST];
    for (int i = 0; i < LATEST; i++) {
      long endMs = timeMs - i * MINUTE_MS;
      Sums minute = memory.history().sum(endMs, MINUTE_MS);
      double odd = counts.z(endMs - MINUTE_MS, minute.get(1 + source.ordinal()));
      odds[i] =
          tellsShare(minute)
              ? Math.min(odd, shares.z(endMs - MINUTE_MS, perMille(minute, source)))
              : odd;
    }
    return odds;
  }

  /** More traffic has more rate limits; what is usual of them is a share, too. */
  private static String sharesOf(LimitSource source) {
    return source.wire() + "/attempts";
  }

  private static boolean tellsShare(Sums minute) {
    return minute.get(ATTEMPTS) >= TELLING_ATTEMPTS;
  }

  private static long perMille(Sums minute, LimitSource source) {
    return Math.round(
        PER_MILLE * Figures.ratio(minute.get(1 + source.ordinal()), minute.get(ATTEMPTS)));
  }

  private static double nth(double[] values, int nth) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - nth];
  }

  private static Baseline baseline(Memory memory, String name) {
    return memory.baselines().getOrDefault(name, Baseline.NONE);
  }

  private static double usual(Memory memory, LimitSource source, long timeMs) {
    return baseline(memory, source.wire()).median(timeMs - MINUTE_MS);
  }

  @Override
  public Memory learn(Memory memory, long timeMs) {
    Memory learned = memory;
    for (LimitSource source : SOURCES) {
      learned = learned(learned, timeMs, source);
    }
    return learned;
  }

  private Memory learned(Memory memory, long timeMs, LimitSource source) {
    long untilMs = timeMs - settings.leaveFor().toMillis();
    Baseline counts = baseline(memory, source.wire());
    Baseline shares = baseline(memory, sharesOf(source));
    if (!memory.firing(source.wire()) || counts.minutes() < PROTECTED_MINUTES) {
      long keptMs = timeMs - tiers().get(0).lengthMs();
      long fromMs = Math.max(counts.untilMs(), keptMs);
      for (long endMs = fromMs + MINUTE_MS; endMs <= untilMs; endMs += MINUTE_MS) {
        Sums minute = memory.history().sum(endMs, MINUTE_MS);
        if (minute.get(ATTEMPTS) > 0) {
          counts = counts.plus(endMs - MINUTE_MS, minute.get(1 + source.ordinal()));
        }
        if (tellsShare(minute)) {
          shares = shares.plus(endMs - MINUTE_MS, perMille(minute, source));
        }
      }
    }
    return memory
        .with(source.wire(), counts.until(untilMs))
        .with(sharesOf(source), shares.minutes() > 0 ? shares : null);
  }

  private record Reading(long events, double share, double odd, double usual) {}

  private String reading(Reading reading) {
    return String.format(
        "%s of %s, %s of %s of attempts, z %s of %s (usual: %s a minute)",
        Phrases.number(reading.events()),
        Phrases.count(settings.minEvents(), "event"),
        Phrases.percent(reading.share()),
        Phrases.percent(settings.minShare()),
        Phrases.number(reading.odd()),
        Phrases.number(settings.enterZ()),
        Phrases.number(reading.usual()));
  }

  private Map<String, String> texts(
      Memory memory, LimitSource source, Reading reading, boolean over) {
    SortedMap<String, String> labels = memory.scope().labels();
    String figures =
        String.format(
            "%s in %s, %s of attempts (usual: %s a minute)",
            Phrases.count(reading.events(), "rate limit"),
            Phrases.span(settings.window().toMillis()),
            Phrases.percent(reading.share()),
            Phrases.number(reading.usual()));
    String where =
        labels.getOrDefault("model", "a model without a name") + " of " + Texts.provider(labels);
    return over
        ? Texts.annotations(where + " is limited no more than usual: " + figures, "Nothing to do.")
        : Texts.annotations(where + " is limited far more than usual: " + figures, advice(source));
  }

  private static String advice(LimitSource source) {
    return switch (source) {
      case GATEWAY ->
          "The gateway's own limit. Find the tenant or key that grew, slow it down or raise its"
              + " limit, and see that clients wait as long as they are told.";
      case PROVIDER ->
          "The provider's limit, shared by everybody behind the gateway. Move traffic to another"
              + " provider or model, ask for a higher limit, and see that clients wait as long as"
              + " they are told.";
      case UNKNOWN ->
          "Nobody says whose limit it is. Look at the messages, find the tenant or model that grew,"
              + " and see that clients wait as long as they are told.";
    };
  }
}
