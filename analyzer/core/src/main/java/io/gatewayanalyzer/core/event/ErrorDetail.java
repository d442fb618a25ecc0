package io.gatewayanalyzer.core.event;

/**
 * What the errors topic says beyond the attempt; all text is redacted, every component may be null.
 *
 * @param errorType the sender's {@code type}
 * @param errorCode the sender's {@code code}
 * @param errorParam the request field the sender blames
 * @param message the sender's prose
 * @param providerError the inner error a gateway wrapped, as compact JSON or prose
 * @param metadata the sender's further fields, as JSON text
 * @param framesBeforeError stream frames before the error frame; -1 when not streamed
 * @param timeToErrorMs milliseconds from the start of the attempt to its error; -1 when unknown
 */
public record ErrorDetail(
    String errorType,
    String errorCode,
    String errorParam,
    String message,
    String providerError,
    String metadata,
    int framesBeforeError,
    long timeToErrorMs) {}
