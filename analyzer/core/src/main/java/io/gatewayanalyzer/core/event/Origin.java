package io.gatewayanalyzer.core.event;

/**
 * Who talked to whom in one attempt; every component may be null when the log does not say.
 *
 * @param gateway the gateway whose log this is
 * @param api which inference API was called
 * @param provider who serves the model
 * @param model the model as requested
 * @param servedModel the model that answered
 * @param tenant whose traffic it is
 * @param apiKeyId the id (never the secret) of the key used
 * @param client the calling program, as {@code name/version}
 * @param environment deployment environment of the caller
 */
public record Origin(
    String gateway,
    Api api,
    String provider,
    String model,
    String servedModel,
    String tenant,
    String apiKeyId,
    String client,
    String environment) {}
