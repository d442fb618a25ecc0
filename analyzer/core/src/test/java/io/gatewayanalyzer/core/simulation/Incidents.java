package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.policy.CreditExhausted;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.StreamBreakage;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The two hours in which everything happens that a person on call is woken for. */
final class Incidents {
  static final long MINUTE_MS = 60_000;
  static final long LENGTH_MS = 120 * MINUTE_MS;

  private final long startMs;
  private final Chance chance;

  private Incidents(long startMs, long seed) {
    this.startMs = startMs;
    this.chance = new Chance(~seed);
  }

  /** Six incidents, each at a moment and of a length that the seed moves a little. */
  static List<Staged> of(long startMs, long seed) {
    return new Incidents(startMs, seed).all();
  }

  private List<Staged> all() {
    return List.of(creditAs402(), spike(), outage(), streamsBreak(), storm(), creditAs429());
  }

  private Staged creditAs402() {
    return staged(
        "credit outage, sent as 402: acme at anannas",
        30,
        10,
        at("anannas").and(call -> call.caller().tenant().equals("acme")),
        1,
        Failure.noCredit(402),
        CreditExhausted.NAME,
        Map.of("gateway", "anannas", "tenant", "acme", "scope", "account"),
        1);
  }

  private Staged spike() {
    return staged(
        "429 spike: gpt-5 of openai behind toprouter",
        44,
        10,
        at("toprouter").and(call -> call.route().provider().equals("openai")),
        0.3,
        Failure.limited(LimitSource.PROVIDER, 5_000),
        RateLimitSpike.NAME,
        Map.of("gateway", "toprouter", "provider", "openai", "limit_source", "provider"),
        4);
  }

  private Staged outage() {
    return staged(
        "provider outage: anthropic behind anannas",
        58,
        10,
        at("anannas").and(call -> call.route().provider().equals("anthropic")),
        0.95,
        Failure.of(ErrorCategory.PROVIDER_UNAVAILABLE, 503, "Service unavailable"),
        ProviderOutage.NAME,
        Map.of("gateway", "anannas", "provider", "anthropic"),
        3);
  }

  private Staged streamsBreak() {
    return staged(
        "streams break: google behind toprouter",
        72,
        10,
        at("toprouter").and(call -> call.route().provider().equals("google")),
        0.3,
        Failure.broken(),
        StreamBreakage.NAME,
        Map.of("gateway", "toprouter", "provider", "google"),
        5);
  }

  private Staged storm() {
    return staged(
        "retry storm: initech at anannas",
        86,
        10,
        at("anannas").and(call -> call.caller().tenant().equals("initech")),
        0.7,
        Failure.of(ErrorCategory.GATEWAY_ERROR, 500, "Internal gateway error"),
        RetryStorm.NAME,
        Map.of("gateway", "anannas"),
        5);
  }

  private Staged creditAs429() {
    return staged(
        "credit outage, sent as 429: globex at toprouter",
        98,
        10,
        at("toprouter").and(call -> call.caller().tenant().equals("globex")),
        1,
        Failure.noCredit(429),
        CreditExhausted.NAME,
        Map.of("gateway", "toprouter", "tenant", "globex", "scope", "account"),
        1);
  }

  private static Predicate<Call> at(String gateway) {
    return call -> call.route().gateway().equals(gateway);
  }

  private Staged staged(
      String what,
      int fromMinute,
      int minutes,
      Predicate<Call> where,
      double share,
      Failure failure,
      String alertname,
      Map<String, String> labels,
      int withinMinutes) {
    long fromMs = startMs + fromMinute * MINUTE_MS + chance.between(0, MINUTE_MS);
    long toMs = fromMs + (minutes - 2) * MINUTE_MS + chance.between(0, 3 * MINUTE_MS);
    return new Staged(
        what, fromMs, toMs, where, share, failure, alertname, labels, withinMinutes * MINUTE_MS);
  }
}
