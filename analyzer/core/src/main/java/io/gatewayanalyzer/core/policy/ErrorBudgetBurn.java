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
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A promise is being broken so fast that its budget will not last: in a long window, so that it
 * matters, and in a short one, so that it still goes on. Factors and windows are those of Google's
 * SRE workbook, "Alerting on SLOs", for a budget of 30 days.
 *
 * <p>A promise younger than a long window is held against the whole window, the time before it
 * taken for calm and as busy as the time since: what burns is a share of the budget, and ten
 * minutes cannot have burned that of a day.
 */
public final class ErrorBudgetBurn implements Policy {
  /** The alert's name. */
  public static final String NAME = "ErrorBudgetBurn";

  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final String SLO = "slo";

  private static final String ADVICE =
      "Look at what fails by category and provider. If it is one provider, take it out of the"
          + " routing; if it is the gateway, look at what was changed last.";

  private static final int GOOD = 0;
  private static final int BAD = 1;

  /** How finely sums are kept for windows up to a length; the last serves every longer one. */
  private static final List<Tier> TIERS =
      List.of(
          new Tier(MINUTE_MS, HOUR_MS),
          new Tier(5 * MINUTE_MS, 6 * HOUR_MS),
          new Tier(15 * MINUTE_MS, 24 * HOUR_MS),
          new Tier(HOUR_MS, 72 * HOUR_MS));

  private final List<Slo> slos;
  private final Settings settings;
  private final Set<ErrorCategory> shown;

  /** A policy that watches these promises; their names differ. */
  public ErrorBudgetBurn(List<Slo> slos, Settings settings) {
    this.slos = List.copyOf(slos);
    this.settings = settings;
    this.shown = EnumSet.noneOf(ErrorCategory.class);
    slos.forEach(slo -> shown.addAll(slo.bad()));
  }

  /**
   * How fast is too fast.
   *
   * @param severity how urgent that is; several windows may share one
   * @param factor so many times as fast as the budget allows; positive
   * @param longWindow over this time, whole minutes
   * @param shortWindow and over this, whole minutes, shorter
   */
  public record Window(
      Severity severity, double factor, Duration longWindow, Duration shortWindow) {
    /** Refuses what makes no sense. */
    public Window {
      Checks.that(factor > 0, "factor must be more than 0");
      Checks.that(minutes(shortWindow), "short must be whole minutes");
      Checks.that(minutes(longWindow), "long must be whole minutes");
      Checks.that(shortWindow.compareTo(longWindow) < 0, "short must be less than long");
    }
  }

  /**
   * When a budget burns.
   *
   * @param windows any of them is enough; one at least
   * @param minimumBad so many have to have failed in the long window; positive
   * @param leaveShare it is over when the burning is below this share of the factor; above 0, at
   *     most 1
   * @param leaveFor for so long, whole minutes
   */
  public record Settings(
      List<Window> windows, long minimumBad, double leaveShare, Duration leaveFor) {
    /** The four of the workbook; ten failures at least; over below 0.8 of the factor for 5 min. */
    public static final Settings DEFAULTS =
        new Settings(
            List.of(
                window(Severity.PAGE, 14.4, 60, 5),
                window(Severity.PAGE, 6, 6 * 60, 30),
                window(Severity.TICKET, 3, 24 * 60, 2 * 60),
                window(Severity.TICKET, 1, 72 * 60, 6 * 60)),
            10,
            0.8,
            Duration.ofMinutes(5));

    /** Refuses what makes no sense. */
    public Settings {
      Checks.that(!windows.isEmpty(), "windows must name one at least");
      Checks.positive("minimum-bad", minimumBad);
      Checks.share("leave-share", leaveShare);
      Checks.notNegative("leave-for", leaveFor);
      windows = List.copyOf(windows);
    }

    private static Window window(Severity severity, double factor, int longer, int shorter) {
      return new Window(severity, factor, Duration.ofMinutes(longer), Duration.ofMinutes(shorter));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    for (Slo slo : slos) {
      boolean attempts = slo.of() == Slo.Of.ATTEMPTS;
      long good = counts.get(attempts ? Measure.HEALTHY : Measure.OPERATIONS_SUCCEEDED);
      long bad = 0;
      long badAttempts = 0;
      for (ErrorCategory category : slo.bad()) {
        badAttempts += counts.get(Measure.attemptsOf(category));
        bad += counts.get(attempts ? Measure.attemptsOf(category) : Measure.operationsOf(category));
      }
      if (good + bad + badAttempts > 0) {
        // The samples are attempts', whatever is promised: of an operation they are the evidence.
        out.add(labels(slo, place), Sums.of(good, bad), badAttempts > 0, false);
      }
    }
  }

  private static SortedMap<String, String> labels(Slo slo, Place place) {
    List<String> more = new ArrayList<>(List.of(SLO, slo.name()));
    for (String label : slo.by()) {
      more.add(label);
      more.add(value(label, place));
    }
    return ScopeLabels.of(place.gateway(), SLO, more.toArray(String[]::new));
  }

  private static String value(String label, Place place) {
    return switch (label) {
      case "provider" -> place.provider();
      case "model" -> place.model();
      case "api" -> place.api() == null ? null : place.api().wire();
      case "tenant" -> place.tenant();
      case "api_key_id" -> place.apiKeyId();
      case "client" -> place.client();
      default -> throw new IllegalArgumentException(label);
    };
  }

  @Override
  public boolean opens(Sums values) {
    return !values.isZero();
  }

  @Override
  public boolean shows(Sample sample) {
    return sample.category() != null && shown.contains(sample.category());
  }

  @Override
  public List<Tier> tiers() {
    long longestMs = 0;
    for (Window window : settings.windows()) {
      longestMs = Math.max(longestMs, window.longWindow().toMillis());
    }
    List<Tier> tiers = new ArrayList<>();
    for (Tier tier : TIERS) {
      if (tier.lengthMs() >= longestMs) {
        tiers.add(tier);
        return tiers;
      }
      tiers.add(tier);
    }
    Tier last = tiers.remove(tiers.size() - 1);
    tiers.add(new Tier(last.stepMs(), longestMs));
    return tiers;
  }

  @Override
  public List<Long> windows() {
    return settings.windows().stream()
        .flatMap(window -> Stream.of(window.longWindow(), window.shortWindow()))
        .map(Duration::toMillis)
        .distinct()
        .toList();
  }

  @Override
  public boolean quiet(Memory memory, long timeMs) {
    for (Window window : settings.windows()) {
      if (memory.history().sum(timeMs, window.longWindow().toMillis()).get(BAD) > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    Slo slo = slo(memory.scope().labels().get(SLO));
    if (slo == null) {
      return List.of();
    }
    List<Judgement> judgements = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<Burn> burns =
          settings.windows().stream()
              .filter(window -> window.severity() == severity)
              .map(window -> burn(memory, timeMs, slo, window))
              .toList();
      if (!burns.isEmpty()) {
        judgements.add(judged(memory, slo, severity, burns));
      }
    }
    return judgements;
  }

  private Slo slo(String name) {
    for (Slo slo : slos) {
      if (slo.name().equals(name)) {
        return slo;
      }
    }
    return null;
  }

  private static boolean minutes(Duration time) {
    return !time.isNegative()
        && !time.isZero()
        && time.equals(Duration.ofMinutes(time.toMinutes()));
  }

  /** How fast the budget burned over a pair of windows, in multiples of what it allows. */
  private record Burn(
      Window window, double longer, double shorter, long bad, long all, double closeness) {
    double slower() {
      return Math.min(longer, shorter);
    }
  }

  private Burn burn(Memory memory, long timeMs, Slo slo, Window window) {
    long longMs = window.longWindow().toMillis();
    Sums longSums = memory.history().sum(timeMs, longMs);
    Sums shortSums = memory.history().sum(timeMs, window.shortWindow().toMillis());
    long bad = longSums.get(BAD);
    long all = bad + longSums.get(GOOD);
    // Silence is no knowledge: what burned does not weigh more for nothing having followed.
    long untilMs = Math.min(timeMs, memory.history().latestMs());
    long knownMs = Math.max(MINUTE_MS, untilMs - memory.history().earliestMs());
    double known = Math.min(1, (double) knownMs / longMs);
    double longer = known * ratio(longSums) / slo.budget();
    double shorter = ratio(shortSums) / slo.budget();
    double closeness =
        Math.min(
            Math.min(longer, shorter) / window.factor(),
            Math.min(
                Figures.ratio(all, slo.minimumTraffic()),
                Figures.ratio(bad, settings.minimumBad())));
    return new Burn(window, longer, shorter, bad, all, closeness);
  }

  private static double ratio(Sums sums) {
    return Figures.ratio(sums.get(BAD), sums.get(GOOD) + sums.get(BAD));
  }

  private Judgement judged(Memory memory, Slo slo, Severity severity, List<Burn> burns) {
    Burn nearest = burns.stream().max(Comparator.comparingDouble(Burn::closeness)).orElseThrow();
    boolean enter = nearest.closeness() >= 1;
    boolean over =
        burns.stream()
            .allMatch(burn -> burn.slower() < settings.leaveShare() * burn.window().factor());
    return new Judgement(
        severity.wire(),
        severity,
        memory.scope().labels(),
        enter,
        !enter && over,
        0,
        settings.leaveFor().toMillis(),
        nearest.slower(),
        nearest.window().factor(),
        nearest.window().longWindow().toMillis(),
        nearest.closeness(),
        reading(slo, nearest),
        texts(memory, slo, nearest, !enter && over));
  }

  private String reading(Slo slo, Burn burn) {
    return String.format(
        "budget burns %s times too fast of %s, %s of %s, %s of %s, in %s",
        Phrases.number(burn.slower()),
        Phrases.number(burn.window().factor()),
        Phrases.number(burn.bad()),
        Phrases.count(settings.minimumBad(), "failure"),
        Phrases.number(burn.all()),
        Phrases.count(slo.minimumTraffic(), noun(slo)),
        Phrases.span(burn.window().longWindow().toMillis()));
  }

  private static String noun(Slo slo) {
    return slo.of() == Slo.Of.ATTEMPTS ? "attempt" : "operation";
  }

  private static Map<String, String> texts(Memory memory, Slo slo, Burn burn, boolean over) {
    String figures =
        String.format(
            "%s times as fast as %s allows, %s of %s failed in %s",
            Phrases.number(burn.slower()),
            Phrases.percent(slo.objective()),
            Phrases.number(burn.bad()),
            Phrases.count(burn.all(), noun(slo)),
            Phrases.span(burn.window().longWindow().toMillis()));
    String what =
        "The error budget of " + slo.name() + " at " + Texts.gateway(memory.scope().labels());
    return over
        ? Texts.annotations(what + " no longer burns too fast: " + figures, "Nothing to do.")
        : Texts.annotations(what + " burns too fast: " + figures, ADVICE);
  }
}
