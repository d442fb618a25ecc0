package io.gatewayanalyzer.app.demo;

import static io.gatewayanalyzer.app.demo.Fault.coded;
import static io.gatewayanalyzer.app.demo.Fault.detailed;
import static io.gatewayanalyzer.app.demo.Fault.typed;

import io.gatewayanalyzer.core.policy.CreditExhausted;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.StreamBreakage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The incidents that are staged, each in the words of the gateway it happens at. */
final class Incidents {
  private static final long MINUTE_MS = 60_000;
  private static final long TWO_HOURS_MS = 120 * MINUTE_MS;

  private static final Scenario NO_CREDIT =
      Scenarios.lasting(402, typed("insufficient_quota_error", "Insufficient credits"));

  /** The sender says that it is not worth trying again, and well-behaved clients listen. */
  private static final Scenario NO_CREDIT_AS_429 =
      (call, dice) ->
          Scenarios.lasting(
                  429,
                  coded(
                      "insufficient_quota",
                      "credit_balance_exhausted",
                      "The credit balance of this account is used up."))
              .play(call, dice)
              .with(Answer.SHOULD_RETRY, "false");

  private static final Scenario TOO_FAST =
      Scenarios.paced(typed("rate_limit_error", "Rate limit exceeded"), 2, 8);

  private static final Scenario PROVIDER_DOWN =
      Scenarios.error(
          502,
          detailed(
              "provider_error",
              "Provider error",
              "{\"provider_name\":\"anthropic\",\"raw\":{\"type\":\"error\",\"error\":{\"type\":"
                  + "\"api_error\",\"message\":\"Internal server error\"}}}"));

  private static final Scenario GATEWAY_BREAKS =
      Scenarios.error(500, typed("server_error", "Internal server error"));

  private final long startMs;
  private final long everyMs;

  private Incidents(long startMs, long everyMs) {
    this.startMs = startMs;
    this.everyMs = everyMs;
  }

  /** Six, after half an hour in which what is usual can be learned. */
  static List<Incident> twoHours(long startMs) {
    Incidents at = new Incidents(startMs, 0);
    return at.all(30, 44, 58, 72, 86, 98);
  }

  /** Three in the first quarter of an hour, then three more; and so every two hours. */
  static List<Incident> everyTwoHours(long startMs) {
    Incidents at = new Incidents(startMs, TWO_HOURS_MS);
    return at.all(85, 8, 4, 40, 60, 2);
  }

  private List<Incident> all(
      int credit, int spike, int outage, int streams, int storm, int creditAs429) {
    return List.of(
            at(
                    credit,
                    8,
                    "credit outage sent as 402: acme at anannas",
                    CreditExhausted.NAME,
                    NO_CREDIT,
                    1)
                .where(gateway("anannas").and(tenant("acme"))),
            at(spike, 9, "429 spike: openai behind toprouter", RateLimitSpike.NAME, TOO_FAST, 0.4)
                .where(gateway("toprouter").and(provider("openai")).and(Incidents::first)),
            at(
                    outage,
                    8,
                    "provider outage: anthropic behind anannas",
                    ProviderOutage.NAME,
                    PROVIDER_DOWN,
                    0.95)
                .where(gateway("anannas").and(provider("anthropic"))),
            at(
                    streams,
                    10,
                    "streams break: google behind nagaai",
                    StreamBreakage.NAME,
                    Scenarios.CUT,
                    0.5)
                .where(gateway("nagaai").and(provider("google"))),
            at(storm, 9, "retry storm: initech at toprouter", RetryStorm.NAME, GATEWAY_BREAKS, 0.75)
                .where(gateway("toprouter").and(tenant("initech"))),
            at(
                    creditAs429,
                    9,
                    "credit outage sent as 429: globex at nagaai",
                    CreditExhausted.NAME,
                    NO_CREDIT_AS_429,
                    1)
                .where(gateway("nagaai").and(tenant("globex"))))
        .stream()
        .sorted(Comparator.comparingLong(Incident::fromMs))
        .toList();
  }

  /** Not on the minute, as nothing is. */
  private Incident at(
      int minute, int minutes, String what, String alertname, Scenario scenario, double share) {
    long fromMs = startMs + minute * MINUTE_MS + what.length() * 571L;
    return new Incident(
        what,
        alertname,
        fromMs,
        fromMs + minutes * MINUTE_MS,
        everyMs,
        call -> true,
        share,
        scenario);
  }

  /** Who waits as long as advised is served. */
  private static boolean first(Call call) {
    return call.number() == 1;
  }

  private static Predicate<Call> gateway(String name) {
    return call -> call.operation().gateway().name().equals(name);
  }

  private static Predicate<Call> provider(String name) {
    return call -> call.provider().equals(name);
  }

  private static Predicate<Call> tenant(String name) {
    return call -> call.operation().caller().tenant().equals(name);
  }
}
