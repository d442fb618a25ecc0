package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.RetryAdvice;

/**
 * What follows when a rule fires; every component but the category may be null, and then the
 * category's default or the payload decides.
 *
 * @param category what the failure was
 * @param faultDomain who has to act
 * @param retryable whether sending the same request again may help
 * @param retryAdvice what the caller should do next
 * @param limitSource whose limit it was
 * @param limitDimension what the limit counts
 * @param creditScope what ran out of credit
 */
public record Conclusion(
    ErrorCategory category,
    FaultDomain faultDomain,
    Boolean retryable,
    RetryAdvice retryAdvice,
    LimitSource limitSource,
    LimitDimension limitDimension,
    CreditScope creditScope) {
  /** Only a category; everything else by default. */
  public static Conclusion of(ErrorCategory category) {
    return new Conclusion(category, null, null, null, null, null, null);
  }

  /** Whether a retry may help: as the rule says, else as the advice or the category implies. */
  public boolean effectiveRetryable() {
    if (retryable != null) {
      return retryable;
    }
    return retryAdvice == null ? category.defaultRetryable() : invites(retryAdvice);
  }

  /** The advice that fits a decision on retrying, which may differ from this rule's own. */
  public RetryAdvice adviceFor(boolean decision) {
    if (retryAdvice != null && invites(retryAdvice) == decision) {
      return retryAdvice;
    }
    RetryAdvice usual = category.defaultRetryAdvice();
    if (invites(usual) == decision) {
      return usual;
    }
    return decision ? RetryAdvice.BACKOFF : RetryAdvice.DO_NOT_RETRY;
  }

  static boolean invites(RetryAdvice advice) {
    return advice == RetryAdvice.WAIT || advice == RetryAdvice.BACKOFF;
  }
}
