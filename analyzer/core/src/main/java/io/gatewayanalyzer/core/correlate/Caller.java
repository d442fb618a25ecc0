package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Origin;

/**
 * What the attempts of an operation have in common; every component is null when unknown.
 *
 * @param tenant whose traffic it is
 * @param apiKeyId the id of the key used
 * @param client the calling program
 * @param gateway the gateway that logged it
 * @param api which inference API was called
 * @param traceId W3C trace id
 */
public record Caller(
    String tenant, String apiKeyId, String client, String gateway, Api api, String traceId) {
  static Caller of(Attempt attempt) {
    Origin origin = attempt.origin();
    return new Caller(
        origin.tenant(),
        origin.apiKeyId(),
        origin.client(),
        origin.gateway(),
        origin.api(),
        attempt.traceId());
  }
}
