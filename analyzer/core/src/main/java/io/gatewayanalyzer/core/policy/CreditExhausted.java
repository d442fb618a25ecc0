package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.History;
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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Somebody's credit is used up: an account's, a key's, or that of the gateway itself with a
 * provider. Judged by category, whatever the status said. Traffic whose tenant the log does not say
 * counts as one account.
 */
public final class CreditExhausted implements Policy {
  /** The alert's name. */
  public static final String NAME = "CreditExhausted";

  static final String ACCOUNT = "account";
  static final String KEY = "key";
  static final String PROVIDER_ACCOUNT = "provider_account";

  private static final int CONFIRMED = 0;
  private static final int UNCONFIRMED = 1;
  private static final int HEALTHY = 2;

  private final Settings settings;
  private final long windowMs;
  private final long recoveryMs;
  private final long silenceMs;

  /** A policy with these settings. */
  public CreditExhausted(Settings settings) {
    this.settings = settings;
    this.windowMs = settings.window.toMillis();
    this.recoveryMs = settings.recovery.toMillis();
    this.silenceMs = settings.silence.toMillis();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    long healthy = counts.get(Measure.HEALTHY);
    add(
        ScopeLabels.of(place.gateway(), ACCOUNT, ScopeLabels.TENANT, place.tenant()),
        Sums.of(
            counts.get(Measure.CREDIT_ACCOUNT), counts.get(Measure.CREDIT_UNCONFIRMED), healthy),
        out);
    add(
        ScopeLabels.of(
            place.gateway(),
            KEY,
            ScopeLabels.TENANT,
            place.tenant(),
            ScopeLabels.API_KEY_ID,
            place.apiKeyId()),
        Sums.of(counts.get(Measure.CREDIT_KEY), 0, healthy),
        out);
    add(
        ScopeLabels.of(place.gateway(), PROVIDER_ACCOUNT, ScopeLabels.PROVIDER, place.provider()),
        Sums.of(counts.get(Measure.CREDIT_PROVIDER_ACCOUNT), 0, healthy),
        out);
  }

  private static void add(SortedMap<String, String> labels, Sums values, Sorted out) {
    if (!values.isZero()) {
      out.add(labels, values, refused(values) > 0, false);
    }
  }

  @Override
  public boolean opens(Sums values) {
    return refused(values) > 0;
  }

  @Override
  public boolean shows(Sample sample) {
    return sample.category() == ErrorCategory.INSUFFICIENT_CREDITS;
  }

  @Override
  public List<Tier> tiers() {
    return List.of(new Tier(Checks.STEP_MS, silenceMs));
  }

  @Override
  public List<Long> windows() {
    return List.of(windowMs, silenceMs);
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    String scope = memory.scope().labels().get(ScopeLabels.SCOPE);
    Kind kind = kind(scope);
    Sums sums = memory.history().sum(timeMs, windowMs);
    Since since = since(memory.history(), timeMs);
    boolean sure = sums.get(CONFIRMED) >= kind.events;
    boolean enough = sure || refused(sums) >= settings.unconfirmedEvents;
    boolean enter = enough && !since.over;
    long threshold = sure || sums.get(UNCONFIRMED) == 0 ? kind.events : settings.unconfirmedEvents;
    double closeness =
        Math.max(
            (double) sums.get(CONFIRMED) / kind.events,
            (double) refused(sums) / settings.unconfirmedEvents);
    return List.of(
        new Judgement(
            scope,
            kind.severity,
            memory.scope().labels(),
            enter,
            since.over,
            0,
            0,
            refused(sums),
            threshold,
            windowMs,
            Figures.closeness(enter, closeness),
            String.format(
                "%s of %s for want of credit in %s%s",
                Phrases.number(refused(sums)),
                Phrases.count(threshold, "refusal"),
                Phrases.span(windowMs),
                sums.get(CONFIRMED) == 0 && refused(sums) > 0 ? ", none of them certain" : ""),
            texts(memory, timeMs, sums, since)));
  }

  private Kind kind(String scope) {
    return switch (scope) {
      case KEY -> settings.key;
      case PROVIDER_ACCOUNT -> settings.providerAccount;
      default -> settings.account;
    };
  }

  /**
   * How the last refusal lies back.
   *
   * @param healthy what succeeded after it
   * @param over whether that is enough to call the trouble over
   */
  private record Since(long healthy, boolean over) {}

  private Since since(History history, long timeMs) {
    long lastMs =
        Figures.shortest(history, timeMs, Checks.STEP_MS, silenceMs, CreditExhausted::refused, 1);
    if (lastMs < 0) {
      return new Since(history.sum(timeMs, silenceMs).get(HEALTHY), true);
    }
    long afterMs = lastMs - Checks.STEP_MS;
    long healthy = afterMs == 0 ? 0 : history.sum(timeMs, afterMs).get(HEALTHY);
    return new Since(healthy, afterMs >= recoveryMs && healthy > 0);
  }

  private Map<String, String> texts(Memory memory, long timeMs, Sums sums, Since since) {
    SortedMap<String, String> labels = memory.scope().labels();
    if (since.over) {
      return Texts.annotations(
          since.healthy > 0
              ? who(labels)
                  + " has credit again: "
                  + Phrases.count(since.healthy, "request")
                  + " served since the last refusal"
              : who(labels)
                  + ": no request refused for want of credit in the last "
                  + Phrases.span(silenceMs),
          "Nothing to do.");
    }
    return Texts.annotations(
        who(labels) + what(labels, sums) + figures(memory, timeMs, sums), advice(labels));
  }

  private static String who(SortedMap<String, String> labels) {
    return switch (labels.get(ScopeLabels.SCOPE)) {
      case KEY ->
          (labels.containsKey(ScopeLabels.API_KEY_ID)
                  ? "Key " + labels.get(ScopeLabels.API_KEY_ID)
                  : "A key")
              + " of "
              + Texts.tenant(labels);
      case PROVIDER_ACCOUNT -> "The gateway's own account at " + Texts.provider(labels);
      default -> Texts.tenant(labels);
    };
  }

  private static String what(SortedMap<String, String> labels, Sums sums) {
    if (sums.get(CONFIRMED) == 0) {
      return " seems out of credit: ";
    }
    return labels.get(ScopeLabels.SCOPE).equals(KEY)
        ? " has used up its budget: "
        : " is out of credit: ";
  }

  private String figures(Memory memory, long timeMs, Sums sums) {
    long refused = refused(sums);
    long overMs =
        Figures.shortest(
            memory.history(), timeMs, Checks.STEP_MS, windowMs, CreditExhausted::refused, refused);
    return Phrases.count(refused, "request")
        + " refused "
        + (sums.get(CONFIRMED) == 0 ? "by status alone " : "")
        + "in "
        + Phrases.span(refused == 0 ? windowMs : overMs);
  }

  private static String advice(SortedMap<String, String> labels) {
    return switch (labels.get(ScopeLabels.SCOPE)) {
      case KEY ->
          "Raise or reset the budget of this key, or tell its owner; other keys of the account"
              + " still work. Retrying does not help.";
      case PROVIDER_ACCOUNT ->
          "Pay the provider's bill, or route around the provider: every tenant that uses it"
              + " through this gateway is refused. Retrying does not help.";
      default ->
          "Top up the account or raise its limit; until then its requests are refused, and"
              + " retrying does not help.";
    };
  }

  private static long refused(Sums sums) {
    return sums.get(CONFIRMED) + sums.get(UNCONFIRMED);
  }

  /**
   * When the credit of one kind of holder counts as used up.
   *
   * @param events so many certain refusals within the window
   * @param severity how urgent it is
   */
  public record Kind(long events, Severity severity) {
    /** Refuses what makes no sense. */
    public Kind {
      Checks.positive("events", events);
    }
  }

  /**
   * When credit counts as used up, and when as there again.
   *
   * @param account an account's
   * @param key a key's budget
   * @param providerAccount the gateway's own with a provider
   * @param unconfirmedEvents so many refusals when nothing but the status says that they are for
   *     want of credit
   * @param window over which time refusals are counted
   * @param recovery how long after the last refusal it is over, something having succeeded since
   * @param silence how long after the last refusal it is over, whatever else happened; at least
   *     {@code window} and {@code recovery}
   */
  public record Settings(
      Kind account,
      Kind key,
      Kind providerAccount,
      long unconfirmedEvents,
      Duration window,
      Duration recovery,
      Duration silence) {
    /** The first certain refusal of an account pages; three of a key in five minutes do not. */
    public static final Settings DEFAULTS =
        new Settings(
            new Kind(1, Severity.PAGE),
            new Kind(3, Severity.TICKET),
            new Kind(1, Severity.PAGE),
            3,
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    /** Refuses what makes no sense. */
    public Settings {
      Checks.positive("unconfirmed-events", unconfirmedEvents);
      Checks.window("window", window);
      Checks.window("recovery", recovery);
      Checks.window("silence", silence);
      Checks.that(silence.compareTo(window) >= 0, "silence must be at least window");
      Checks.that(silence.compareTo(recovery) >= 0, "silence must be at least recovery");
    }
  }
}
