package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An account will be out of credit soon, at the rate it spends. One scope per gateway and tenant;
 * three alerts of it, each more urgent than the one before, of which a sudden fall raises the most
 * urgent one alone. Traffic whose tenant the log does not say counts as one account.
 */
public final class CreditRunwayLow implements Policy {
  /** The alert's name. */
  public static final String NAME = "CreditRunwayLow";

  /** The label that tells the three alerts of an account apart. */
  static final String RUNWAY = "runway";

  /** Longer than anybody looks ahead, milliseconds: what is not spent lasts so long. */
  private static final double LONGEST_MS = 365.0 * Spending.DAY_MS;

  private static final double MOST_USD = 1e9;
  private final Settings settings;

  /** A policy with these settings. */
  public CreditRunwayLow(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    Balance balance = counts.balance();
    boolean known = balance != null && Math.abs(balance.usd()) <= MOST_USD;
    if (known || counts.get(Measure.ATTEMPTS) > 0) {
      out.add(
          ScopeLabels.of(place.gateway(), "account", ScopeLabels.TENANT, place.tenant()),
          Sums.of(
              counts.get(Measure.ATTEMPTS), counts.get(Measure.COST_MICRO_USD), known ? 1 : 0, 0),
          false,
          known);
    }
  }

  @Override
  public boolean opens(Sums values) {
    return values.get(Spending.BALANCES) > 0;
  }

  @Override
  public Sums spent(Sums sums, Balance before, Balance now) {
    return Spending.fallen(sums, before, now);
  }

  @Override
  public List<Tier> tiers() {
    return List.of(
        new Tier(Spending.FINE_MS, Spending.HOUR_MS),
        new Tier(Spending.COARSE_MS, Spending.DAY_MS));
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    Forecast forecast = forecast(memory, timeMs);
    List<Judgement> judgements = new ArrayList<>();
    long floorMs = 0;
    for (Stage stage : settings.stages()) {
      judgements.add(judgement(memory, stage, floorMs, forecast));
      floorMs = stage.below.toMillis();
    }
    return judgements;
  }

  @Override
  public AlertEvent.Credit credit(Memory memory, long timeMs) {
    Forecast forecast = forecast(memory, timeMs);
    return Double.isNaN(forecast.leftUsd)
        ? null
        : new AlertEvent.Credit(memory.scope(), forecast.leftUsd, forecast.runwayMs / 1_000);
  }

  /**
   * How long the credit lasts.
   *
   * @param leftUsd what is left; NaN when nobody said lately
   * @param usdPerHour what is spent
   * @param runwayMs how long it lasts; NaN when it is too early to say
   */
  private record Forecast(double leftUsd, double usdPerHour, double runwayMs) {
    boolean made() {
      return !Double.isNaN(runwayMs);
    }
  }

  private Forecast forecast(Memory memory, long timeMs) {
    Balance balance = memory.balance();
    if (balance == null || timeMs - balance.timeMs() > Spending.DAY_MS) {
      return new Forecast(Double.NaN, 0, Double.NaN);
    }
    Spending spending = Spending.of(memory.history(), timeMs);
    if (spending.seenMs() < settings.history.toMillis()) {
      return new Forecast(balance.usd(), spending.usdPerHour(), Double.NaN);
    }
    double runwayMs =
        spending.usdPerHour() <= 0
            ? LONGEST_MS
            : Math.max(0, balance.usd() / spending.usdPerHour() * Spending.HOUR_MS);
    return new Forecast(balance.usd(), spending.usdPerHour(), Math.min(LONGEST_MS, runwayMs));
  }

  /**
   * What is to be said of one stage. Below its floor the next stage speaks in its place, unless it
   * speaks already. Without credit there is nothing to forecast: what fires goes on.
   */
  private Judgement judgement(Memory memory, Stage stage, long floorMs, Forecast forecast) {
    SortedMap<String, String> labels = new TreeMap<>(memory.scope().labels());
    labels.put(RUNWAY, stage.name);
    double belowMs = stage.below.toMillis();
    boolean own = forecast.made() && forecast.leftUsd > 0 && forecast.runwayMs >= floorMs;
    boolean enter = own && forecast.runwayMs < belowMs;
    boolean leave =
        Double.isNaN(forecast.leftUsd)
            || forecast.made() && forecast.runwayMs >= belowMs * settings.leaveFactor;
    return new Judgement(
        stage.name,
        stage.severity,
        labels,
        enter,
        leave,
        0,
        0,
        forecast.made() ? forecast.runwayMs / 1_000 : LONGEST_MS / 1_000,
        belowMs / 1_000,
        Spending.HOUR_MS,
        Figures.closeness(enter, own ? belowMs / forecast.runwayMs : 0),
        reading(stage, forecast),
        Texts.annotations(
            summary(labels, forecast, leave),
            leave
                ? "Nothing to do."
                : "Top up before then, or find out who spends more than usual; the rate is the"
                    + " higher one of the last hour and the last day."));
  }

  private static String reading(Stage stage, Forecast forecast) {
    if (!forecast.made()) {
      return Double.isNaN(forecast.leftUsd) ? "no balance logged" : "too early to say";
    }
    return lasts(forecast)
        + " left, "
        + Phrases.span(stage.below.toMillis())
        + " is too short; "
        + figures(forecast);
  }

  private static String summary(
      SortedMap<String, String> labels, Forecast forecast, boolean leave) {
    String who = Texts.tenant(labels);
    if (Double.isNaN(forecast.leftUsd)) {
      return who + ": no balance was logged for a day";
    }
    if (leave) {
      return who + " has credit for " + lasts(forecast) + " again: " + figures(forecast);
    }
    return who + " is out of credit in " + lasts(forecast) + ": " + figures(forecast);
  }

  private static String lasts(Forecast forecast) {
    return forecast.runwayMs >= LONGEST_MS
        ? "a year and more"
        : Phrases.span((long) forecast.runwayMs);
  }

  private static String figures(Forecast forecast) {
    return Phrases.usd(forecast.leftUsd)
        + " left, "
        + Phrases.usd(forecast.usdPerHour)
        + " spent an hour";
  }

  private record Stage(String name, Duration below, Severity severity) {}

  /**
   * Which runway is too short.
   *
   * @param low below this somebody should know
   * @param lowSeverity how urgent that is
   * @param tight below this somebody should act; shorter than {@code low}
   * @param tightSeverity how urgent that is
   * @param critical below this it is nearly too late; shorter than {@code tight}
   * @param criticalSeverity how urgent that is
   * @param leaveFactor an alert is over when the runway is that many times its limit, at least 1
   * @param history how far back anything must be known before anything is said, from ten minutes to
   *     a day
   */
  public record Settings(
      Duration low,
      Severity lowSeverity,
      Duration tight,
      Severity tightSeverity,
      Duration critical,
      Severity criticalSeverity,
      double leaveFactor,
      Duration history) {
    /** A day is a ticket, four hours page, one hour pages again; nothing in the first half hour. */
    public static final Settings DEFAULTS =
        new Settings(
            Duration.ofHours(24),
            Severity.TICKET,
            Duration.ofHours(4),
            Severity.PAGE,
            Duration.ofHours(1),
            Severity.PAGE,
            1.2,
            Duration.ofMinutes(30));

    private static final double MOST_FACTOR = 100;

    /** Refuses what makes no sense. */
    public Settings {
      Checks.positive("critical", critical.toMillis());
      Checks.that(tight.compareTo(critical) > 0, "critical must be less than tight");
      Checks.that(low.compareTo(tight) > 0, "tight must be less than low");
      Checks.that(
          leaveFactor >= 1 && leaveFactor <= MOST_FACTOR, "leave-factor must be from 1 to 100");
      Checks.that(
          history.toMillis() >= 2 * Spending.FINE_MS && history.toMillis() <= Spending.DAY_MS,
          "history must be from 10m to 1d");
    }

    /** The most urgent first. */
    private List<Stage> stages() {
      return List.of(
          new Stage("critical", critical, criticalSeverity),
          new Stage("tight", tight, tightSeverity),
          new Stage("low", low, lowSeverity));
    }
  }
}
