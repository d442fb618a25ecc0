package io.gatewayanalyzer.core.event;

/**
 * One try at one provider as a gateway logged it, healthy or not: the record of the attempts topic.
 *
 * @param requestId the gateway's id of this attempt; derived from {@code rawRef} when the log has
 *     none
 * @param operationId what the attempt is keyed by
 * @param keyBasis which fact {@code operationId} was taken from
 * @param eventTimeMs when the attempt started, epoch milliseconds
 * @param ingestTimeMs when the record reached the raw topic, epoch milliseconds
 * @param durationMs how long it took, milliseconds; -1 when unknown
 * @param origin who talked to whom
 * @param httpStatus the HTTP status; 0 when unknown
 * @param streamed whether the response was a stream
 * @param streamVerdict how the stream ended; null when not streamed
 * @param chunkLoss what of a stream that was logged in chunks is missing, and what came twice
 * @param verdict what went wrong; null when the attempt is healthy
 * @param message the beginning of what the sender said, redacted; null when it said nothing or the
 *     attempt is healthy
 * @param catalogVersion the rules that judged it
 * @param inputTokens tokens in; -1 when unknown
 * @param outputTokens tokens out; -1 when unknown
 * @param costUsd price in US dollars; NaN when unknown
 * @param creditBalanceUsd what was left in the account afterwards, US dollars; NaN when unknown
 * @param traceId W3C trace id, 32 hex digits; null when unknown
 * @param parentSpanId W3C id of the caller's span, 16 hex digits; null when unknown
 * @param rawRef where the raw bytes are; null outside Kafka
 */
public record Attempt(
    String requestId,
    String operationId,
    KeyBasis keyBasis,
    long eventTimeMs,
    long ingestTimeMs,
    long durationMs,
    Origin origin,
    int httpStatus,
    boolean streamed,
    StreamVerdict streamVerdict,
    ChunkLoss chunkLoss,
    Verdict verdict,
    String message,
    String catalogVersion,
    long inputTokens,
    long outputTokens,
    double costUsd,
    double creditBalanceUsd,
    String traceId,
    String parentSpanId,
    RawRef rawRef) {
  /** So much of a message tells what happened, in chars; the errors topic has the whole of it. */
  public static final int MESSAGE = 200;

  /** Whether nothing went wrong. */
  public boolean healthy() {
    return verdict == null;
  }

  /** The beginning of a redacted message, as an attempt carries it; null stays null. */
  public static String beginning(String message) {
    if (message == null || message.length() <= MESSAGE) {
      return message;
    }
    boolean torn = Character.isHighSurrogate(message.charAt(MESSAGE - 1));
    return message.substring(0, torn ? MESSAGE - 1 : MESSAGE);
  }

  /** The same attempt with what its stream's log lacks. */
  public Attempt with(ChunkLoss loss) {
    return new Attempt(
        requestId,
        operationId,
        keyBasis,
        eventTimeMs,
        ingestTimeMs,
        durationMs,
        origin,
        httpStatus,
        streamed,
        streamVerdict,
        loss,
        verdict,
        message,
        catalogVersion,
        inputTokens,
        outputTokens,
        costUsd,
        creditBalanceUsd,
        traceId,
        parentSpanId,
        rawRef);
  }
}
