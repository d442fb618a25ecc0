package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Phase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Counts of one gateway's attempts; mutable, owned by one {@link Tally}. */
public final class GatewayTally {
  private final String gateway;
  private final long[] byCategory = new long[ErrorCategory.values().length];
  private long attempts;
  private long errors;
  private long streamed;
  private long brokenStreams;
  private long disguisedCredits;

  GatewayTally(String gateway) {
    this.gateway = gateway;
  }

  void add(AttemptScan attempt) {
    attempts++;
    streamed += attempt.streamed() ? 1 : 0;
    ErrorCategory category = attempt.category();
    if (category == null) {
      return;
    }
    errors++;
    byCategory[category.ordinal()]++;
    if (attempt.phase() == Phase.MID_STREAM || attempt.phase() == Phase.TRUNCATED) {
      brokenStreams++;
    }
    if (category == ErrorCategory.INSUFFICIENT_CREDITS && attempt.httpStatus() != 402) {
      disguisedCredits++;
    }
  }

  /** The gateway's name. */
  public String gateway() {
    return gateway;
  }

  /** Attempts, healthy or not. */
  public long attempts() {
    return attempts;
  }

  /** Attempts that failed. */
  public long errors() {
    return errors;
  }

  /** Attempts that failed as this category. */
  public long errors(ErrorCategory category) {
    return byCategory[category.ordinal()];
  }

  /** Streams that failed or broke off after their 200, per streamed attempt; 0 without streams. */
  public double brokenStreamShare() {
    return streamed == 0 ? 0 : (double) brokenStreams / streamed;
  }

  /** Failures for lack of credit that came under another status than 402. */
  public long disguisedCredits() {
    return disguisedCredits;
  }

  /** The categories seen, most frequent first, at most so many. */
  public List<ErrorCategory> topCategories(int most) {
    return Arrays.stream(ErrorCategory.values())
        .filter(category -> errors(category) > 0)
        .sorted(Comparator.comparingLong((ErrorCategory category) -> -errors(category)))
        .limit(most)
        .toList();
  }
}
