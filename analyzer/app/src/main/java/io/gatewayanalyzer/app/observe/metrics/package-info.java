/**
 * What is counted of the line, and how it looks to Prometheus: the only place that knows the client
 * library. Holds no wiring and serves nothing itself.
 */
package io.gatewayanalyzer.app.observe.metrics;
