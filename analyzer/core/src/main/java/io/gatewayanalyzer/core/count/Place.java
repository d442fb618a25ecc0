package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.Api;

/**
 * Where something happened, as finely as alerts may ask; every component may be null when the log
 * does not say.
 *
 * @param gateway the gateway that logged it
 * @param provider who served the model
 * @param model the model as requested
 * @param api which inference API was called
 * @param tenant whose traffic it is
 * @param apiKeyId the id (never the secret) of the key used
 * @param client the calling program
 * @param fingerprint the shape of a payload nobody can explain; null for everything else
 */
public record Place(
    String gateway,
    String provider,
    String model,
    Api api,
    String tenant,
    String apiKeyId,
    String client,
    String fingerprint) {}
