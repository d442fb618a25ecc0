package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.Headers;

/**
 * Everything the classifier may look at for one failed attempt.
 *
 * @param gateway the gateway's name as logged; null when unknown
 * @param provider the provider's name as logged; null when unknown
 * @param api the API called; null when unknown
 * @param httpStatus the HTTP status; 0 when unknown
 * @param phase how far the exchange had come
 * @param ended what the log notes about the end
 * @param headers the response headers
 * @param error what the payload says; {@link ErrorFacts#EMPTY} when there is none
 * @param eventTimeMs when the attempt started, epoch milliseconds; reference for absolute dates in
 *     retry hints
 */
public record Evidence(
    String gateway,
    String provider,
    Api api,
    int httpStatus,
    Phase phase,
    Ended ended,
    Headers headers,
    ErrorFacts error,
    long eventTimeMs) {}
