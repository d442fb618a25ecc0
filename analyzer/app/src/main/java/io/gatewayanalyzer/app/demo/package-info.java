/**
 * Invented traffic of four simulated gateways, deterministic by seed. It writes raw log records and
 * knows neither Kafka nor how they will be judged.
 */
package io.gatewayanalyzer.app.demo;
