package io.gatewayanalyzer.app.demo;

import java.math.BigDecimal;
import java.util.Set;

/** Accounts that are paid in advance and topped up before they are empty. */
final class Prepaid {
  /** Those where no credit outage is staged: nobody is refused with money left. */
  private static final Set<String> GATEWAYS = Set.of("a15t", "toprouter");

  private static final long HOUR_MS = 3_600_000;
  private static final long TOPPED_UP_EVERY_MS = 96 * HOUR_MS;

  /** What calls of the busiest caller cost in an hour, about, at one operation a second. */
  private static final long SPENT_PER_HOUR_MICRO_USD = 8_000;

  private static final long FULL_MICRO_USD = 1_200_000;

  private Prepaid() {}

  /**
   * What the caller has left at the gateway when one operation starts in a second, US dollars; null
   * when the gateway does not say.
   */
  static BigDecimal leftUsd(Call call) {
    String gateway = call.operation().gateway().name();
    if (!GATEWAYS.contains(gateway)) {
      return null;
    }
    long turn = call.operation().caller().tenant().length() * 7L + gateway.length();
    long sinceTopUpMs = Math.floorMod(call.startMs() + turn * HOUR_MS, TOPPED_UP_EVERY_MS);
    long spent = sinceTopUpMs * SPENT_PER_HOUR_MICRO_USD / HOUR_MS;
    return BigDecimal.valueOf(FULL_MICRO_USD - spent, 6);
  }
}
