package io.gatewayanalyzer.core.correlate;

import java.util.List;

/** What the attempts of one operation cost, and which of them were made for nothing. */
final class Ledger {
  private Ledger() {}

  /** The sums over attempts in their order. */
  static Tally of(List<AttemptSummary> attempts) {
    AttemptSummary winner = winner(attempts);
    int fallbacks = 0;
    int blind = 0;
    long tokens = 0;
    double cost = 0;
    AttemptSummary before = null;
    for (AttemptSummary attempt : attempts) {
      if (before != null && !before.sameTarget(attempt)) {
        fallbacks++;
      } else if (before != null && blind(before, attempt)) {
        blind++;
      }
      if (!attempt.equals(winner)) {
        tokens += attempt.tokens();
        cost += attempt.costUsd();
      }
      before = attempt;
    }
    return new Tally(fallbacks, blind, tokens, cost);
  }

  /** The success that ended first: the answer the caller took. Null when all failed. */
  static AttemptSummary winner(List<AttemptSummary> attempts) {
    AttemptSummary winner = null;
    for (AttemptSummary attempt : attempts) {
      if (attempt.succeeded() && (winner == null || attempt.endMs() < winner.endMs())) {
        winner = attempt;
      }
    }
    return winner;
  }

  /** A hedge knew nothing of the failure yet, so only what starts after it is blind. */
  private static boolean blind(AttemptSummary before, AttemptSummary attempt) {
    return !before.succeeded() && !before.retryable() && attempt.startMs() >= before.endMs();
  }
}
