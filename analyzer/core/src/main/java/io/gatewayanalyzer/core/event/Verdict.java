package io.gatewayanalyzer.core.event;

/**
 * What a failed attempt was, and which rule says so.
 *
 * @param category the unified error category
 * @param faultDomain who has to act
 * @param phase how far the exchange had come
 * @param retryable whether sending the same request again may help
 * @param retryAdvice what the caller should do next
 * @param advisedWaitMs how long the sender asked to wait, in milliseconds; -1 when it did not say
 * @param limitSource whose limit it was; null unless rate limited
 * @param limitDimension what the limit counts; null unless rate limited
 * @param creditScope what ran out; null unless out of credit (or waiting for an in-flight budget)
 * @param rule id of the rule that won, {@code sender/rule}
 * @param basis how sure the verdict is
 * @param recognized false when nothing but the status explains a payload that should be kept
 * @param fingerprint stable id of the error's shape, 16 hex digits
 */
public record Verdict(
    ErrorCategory category,
    FaultDomain faultDomain,
    Phase phase,
    boolean retryable,
    RetryAdvice retryAdvice,
    long advisedWaitMs,
    LimitSource limitSource,
    LimitDimension limitDimension,
    CreditScope creditScope,
    String rule,
    Basis basis,
    boolean recognized,
    String fingerprint) {}
