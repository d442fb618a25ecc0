package io.gatewayanalyzer.core.correlate;

/**
 * The sums of an operation's ledger.
 *
 * @param fallbacks attempts at another provider or model than the one before
 * @param blindRetries attempts that repeated what a failure had just called pointless
 * @param wastedTokens tokens of the attempts that brought nothing
 * @param wastedCostUsd price of the attempts that brought nothing, US dollars
 */
record Tally(int fallbacks, int blindRetries, long wastedTokens, double wastedCostUsd) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        fallbacks + other.fallbacks,
        blindRetries + other.blindRetries,
        wastedTokens + other.wastedTokens,
        wastedCostUsd + other.wastedCostUsd);
  }

  Tally minus(Tally other) {
    return new Tally(
        fallbacks - other.fallbacks,
        blindRetries - other.blindRetries,
        wastedTokens - other.wastedTokens,
        wastedCostUsd - other.wastedCostUsd);
  }
}
