package io.gatewayanalyzer.app.config;

import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.BlindRetries;
import io.gatewayanalyzer.core.policy.CreditExhausted;
import io.gatewayanalyzer.core.policy.CreditRunwayLow;
import io.gatewayanalyzer.core.policy.ErrorBudgetBurn;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.StreamBreakage;
import io.gatewayanalyzer.core.policy.UnknownPayload;
import java.util.List;
import java.util.function.Supplier;

/** Reads the section of each alert policy; what is not set stays as it was. */
final class PolicyReader {
  private static final int MOST = 1_000_000_000;

  private PolicyReader() {}

  static CreditExhausted.Settings creditExhausted(Section from, CreditExhausted.Settings kept) {
    return made(
        from,
        () ->
            new CreditExhausted.Settings(
                kind(from.section("account"), kept.account()),
                kind(from.section("key"), kept.key()),
                kind(from.section("provider-account"), kept.providerAccount()),
                count(from, "unconfirmed-events", kept.unconfirmedEvents()),
                from.duration("window", kept.window()),
                from.duration("recovery", kept.recovery()),
                from.duration("silence", kept.silence())));
  }

  private static CreditExhausted.Kind kind(Section from, CreditExhausted.Kind kept) {
    return made(
        from,
        () ->
            new CreditExhausted.Kind(
                count(from, "events", kept.events()), severity(from, kept.severity())));
  }

  static CreditRunwayLow.Settings creditRunwayLow(Section from, CreditRunwayLow.Settings kept) {
    Section low = from.section("low");
    Section tight = from.section("tight");
    Section critical = from.section("critical");
    CreditRunwayLow.Settings settings =
        made(
            from,
            () ->
                new CreditRunwayLow.Settings(
                    low.positiveDuration("below", kept.low()),
                    severity(low, kept.lowSeverity()),
                    tight.positiveDuration("below", kept.tight()),
                    severity(tight, kept.tightSeverity()),
                    critical.positiveDuration("below", kept.critical()),
                    severity(critical, kept.criticalSeverity()),
                    from.number("leave-factor", kept.leaveFactor()),
                    from.duration("history", kept.history())));
    List.of(low, tight, critical).forEach(Section::refuseUnknownKeys);
    return settings;
  }

  static RateLimitSpike.Settings rateLimitSpike(Section from, RateLimitSpike.Settings kept) {
    return made(
        from,
        () ->
            new RateLimitSpike.Settings(
                count(from, "min-events", kept.minEvents()),
                from.share("min-share", kept.minShare()),
                from.duration("window", kept.window()),
                from.number("enter-z", kept.enterZ()),
                from.number("leave-z", kept.leaveZ()),
                from.duration("leave-for", kept.leaveFor()),
                severity(from, kept.severity())));
  }

  static ErrorBudgetBurn.Settings errorBudgetBurn(Section from, ErrorBudgetBurn.Settings kept) {
    return made(
        from,
        () -> {
          List<Section> windows = from.sections("windows");
          return new ErrorBudgetBurn.Settings(
              windows == null
                  ? kept.windows()
                  : windows.stream().map(PolicyReader::burnWindow).toList(),
              count(from, "min-bad", kept.minimumBad()),
              from.share("leave-share", kept.leaveShare()),
              from.duration("leave-for", kept.leaveFor()));
        });
  }

  private static ErrorBudgetBurn.Window burnWindow(Section from) {
    return made(
        from,
        () ->
            new ErrorBudgetBurn.Window(
                from.required("severity", section -> severity(section, Severity.PAGE)),
                from.required("factor", section -> section.number("factor", 0)),
                from.required("long", section -> section.duration("long", null)),
                from.required("short", section -> section.duration("short", null))));
  }

  static ProviderOutage.Settings providerOutage(Section from, ProviderOutage.Settings kept) {
    return made(
        from,
        () ->
            new ProviderOutage.Settings(
                from.share("share", kept.share()),
                count(from, "min-attempts", kept.minAttempts()),
                from.duration("window", kept.window()),
                from.share("leave-share", kept.leaveShare()),
                from.duration("leave-for", kept.leaveFor()),
                severity(from, kept.severity())));
  }

  static StreamBreakage.Settings streamBreakage(Section from, StreamBreakage.Settings kept) {
    return made(
        from,
        () ->
            new StreamBreakage.Settings(
                from.share("share", kept.share()),
                count(from, "min-broken", kept.minBroken()),
                from.duration("window", kept.window()),
                from.share("leave-share", kept.leaveShare()),
                from.duration("leave-for", kept.leaveFor()),
                severity(from, kept.severity())));
  }

  static RetryStorm.Settings retryStorm(Section from, RetryStorm.Settings kept) {
    return made(
        from,
        () ->
            new RetryStorm.Settings(
                from.number("ratio", kept.ratio()),
                count(from, "min-attempts", kept.minAttempts()),
                from.duration("window", kept.window()),
                from.number("leave-ratio", kept.leaveRatio()),
                from.duration("leave-for", kept.leaveFor()),
                severity(from, kept.severity())));
  }

  static BlindRetries.Settings blindRetries(Section from, BlindRetries.Settings kept) {
    return made(
        from,
        () ->
            new BlindRetries.Settings(
                count(from, "min-retries", kept.minRetries()),
                from.duration("window", kept.window()),
                count(from, "leave-retries", kept.leaveRetries()),
                from.duration("leave-for", kept.leaveFor()),
                severity(from, kept.severity())));
  }

  static UnknownPayload.Settings unknownPayload(Section from, UnknownPayload.Settings kept) {
    return made(
        from,
        () ->
            new UnknownPayload.Settings(
                from.duration("new-for", kept.newFor()),
                from.duration("remembered", kept.remembered()),
                from.choice("new-severity", kept.newSeverity()),
                from.share("share", kept.share()),
                count(from, "min-records", kept.minRecords()),
                count(from, "min-unknown", kept.minUnknown()),
                from.duration("window", kept.window()),
                from.share("leave-share", kept.leaveShare()),
                from.duration("leave-for", kept.leaveFor()),
                severity(from, kept.severity())));
  }

  static int count(Section from, String key, long kept) {
    return from.integer(key, Math.toIntExact(kept), 1, MOST);
  }

  private static Severity severity(Section from, Severity kept) {
    return from.choice("severity", kept);
  }

  private static <T> T made(Section from, Supplier<T> settings) {
    T made = from.checked(settings);
    from.refuseUnknownKeys();
    return made;
  }
}
