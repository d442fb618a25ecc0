package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.ErrorCategory;

/**
 * A failed attempt that stands for others of its kind.
 *
 * @param timeMs when it ended, epoch milliseconds
 * @param category what it failed of; null for a payload that is no attempt
 * @param requestId the attempt's own id
 * @param traceId W3C trace id; null when unknown
 * @param message what the sender said, redacted and short; null when it said nothing
 * @param rule id of the rule that judged it; null when none did
 * @param advisedWaitMs how long the sender asked to wait, milliseconds; -1 when it did not say
 */
public record Sample(
    long timeMs,
    ErrorCategory category,
    String requestId,
    String traceId,
    String message,
    String rule,
    long advisedWaitMs) {}
