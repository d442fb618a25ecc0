package io.gatewayanalyzer.core.event;

import java.util.Locale;

/**
 * The unified error model: what a failed attempt <em>was</em>, with the defaults that hold unless
 * the sender documents or declares otherwise.
 */
public enum ErrorCategory implements Wire {
  /** The request itself is wrong. */
  INVALID_REQUEST(FaultDomain.CALLER, RetryAdvice.FIX_REQUEST),
  /** More tokens than the model's window, whatever the status. */
  CONTEXT_LENGTH_EXCEEDED(FaultDomain.CALLER, RetryAdvice.FIX_REQUEST),
  /** More bytes than the receiver takes. */
  PAYLOAD_TOO_LARGE(FaultDomain.CALLER, RetryAdvice.FIX_REQUEST),
  /** Missing, wrong or expired credentials, whatever the status. */
  AUTHENTICATION(FaultDomain.CALLER, RetryAdvice.FIX_CREDENTIALS),
  /** The credentials are fine but do not allow this. */
  PERMISSION_DENIED(FaultDomain.CALLER, RetryAdvice.FIX_CREDENTIALS),
  /** Unknown model, route or deployment. */
  NOT_FOUND(FaultDomain.CALLER, RetryAdvice.FIX_REQUEST),
  /** The request collides with the state of a resource. */
  CONFLICT(FaultDomain.CALLER, RetryAdvice.FIX_REQUEST),
  /** Moderation, guardrail or refusal, also inside a 200. */
  CONTENT_FILTERED(FaultDomain.CALLER, RetryAdvice.FIX_REQUEST),
  /** Balance, budget or plan quota is used up, whatever the status. */
  INSUFFICIENT_CREDITS(FaultDomain.ACCOUNT, RetryAdvice.TOP_UP),
  /** Too fast; waiting helps. */
  RATE_LIMITED(FaultDomain.ACCOUNT, RetryAdvice.WAIT),
  /** Nothing came in time. */
  TIMEOUT(FaultDomain.PROVIDER, RetryAdvice.BACKOFF),
  /** The provider has no capacity, also when sent as 429 or 503. */
  PROVIDER_OVERLOADED(FaultDomain.PROVIDER, RetryAdvice.BACKOFF),
  /** Nothing usable behind the gateway. */
  PROVIDER_UNAVAILABLE(FaultDomain.PROVIDER, RetryAdvice.BACKOFF),
  /** The provider broke. */
  PROVIDER_ERROR(FaultDomain.PROVIDER, RetryAdvice.BACKOFF),
  /** The gateway broke. */
  GATEWAY_ERROR(FaultDomain.GATEWAY, RetryAdvice.BACKOFF),
  /** The stream ended without its protocol's end. */
  STREAM_INTERRUPTED(FaultDomain.PROVIDER, RetryAdvice.BACKOFF),
  /** The caller hung up. */
  CANCELLED(FaultDomain.CALLER, RetryAdvice.DO_NOT_RETRY),
  /** An error for sure; nothing says which. */
  UNKNOWN(FaultDomain.UNKNOWN, RetryAdvice.DO_NOT_RETRY);

  private final FaultDomain faultDomain;
  private final RetryAdvice retryAdvice;
  private final String wire = name().toLowerCase(Locale.ROOT);

  ErrorCategory(FaultDomain faultDomain, RetryAdvice retryAdvice) {
    this.faultDomain = faultDomain;
    this.retryAdvice = retryAdvice;
  }

  /** Who has to act, unless the rule that fired says otherwise. */
  public FaultDomain defaultFaultDomain() {
    return faultDomain;
  }

  /** What the caller should do, unless the rule that fired says otherwise. */
  public RetryAdvice defaultRetryAdvice() {
    return retryAdvice;
  }

  /** Whether sending the same request again may help, unless the sender says otherwise. */
  public boolean defaultRetryable() {
    return retryAdvice == RetryAdvice.WAIT || retryAdvice == RetryAdvice.BACKOFF;
  }

  @Override
  public String wire() {
    return wire;
  }
}
