package io.gatewayanalyzer.core.event;

import java.util.List;

/**
 * What a caller wanted, once: all attempts that were made for it and what came of them; the record
 * of the operations topic.
 *
 * @param operationId the id; unique, and the same on every replay
 * @param keyBasis which fact made its attempts one operation
 * @param startedMs start of the first attempt, epoch milliseconds
 * @param endedMs end of the attempt that ended last, epoch milliseconds
 * @param outcome what the attempts achieved
 * @param attempts how many there were, at least 1
 * @param fallbacks attempts at another provider or model than the one before
 * @param blindRetries attempts that repeated what a failure had just called pointless
 * @param finalCategory what the last attempt failed of; null when the operation succeeded
 * @param categories what attempts failed of, in order, without repeats
 * @param providers who was asked, in order, without repeats
 * @param models which models were asked for, in order, without repeats
 * @param tenant whose traffic it is; null when unknown, as are the next four
 * @param apiKeyId the id (never the secret) of the key used
 * @param client the calling program
 * @param gateway the gateway that logged it
 * @param api which inference API was called
 * @param waits the pauses between attempts, in order
 * @param wastedTokens tokens of the attempts that brought nothing; 0 when none or unknown
 * @param wastedCostUsd price of the attempts that brought nothing, US dollars; 0 when none or
 *     unknown
 * @param traceId W3C trace id; null when unknown
 * @param requestIds the attempts' own ids, in order; the first and last ones when there are very
 *     many
 */
public record Operation(
    String operationId,
    KeyBasis keyBasis,
    long startedMs,
    long endedMs,
    Outcome outcome,
    int attempts,
    int fallbacks,
    int blindRetries,
    ErrorCategory finalCategory,
    List<ErrorCategory> categories,
    List<String> providers,
    List<String> models,
    String tenant,
    String apiKeyId,
    String client,
    String gateway,
    Api api,
    List<Wait> waits,
    long wastedTokens,
    double wastedCostUsd,
    String traceId,
    List<String> requestIds) {
  /** Attempts beyond the first. */
  public int retries() {
    return attempts - 1;
  }

  /** From the start of the first attempt to the end of the last one, milliseconds. */
  public long durationMs() {
    return endedMs - startedMs;
  }
}
