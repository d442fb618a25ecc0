package io.gatewayanalyzer.app.demo;

/**
 * Where a gateway sends a call.
 *
 * @param provider who serves the model
 * @param model the model's name in requests
 */
record Route(String provider, String model) {}
