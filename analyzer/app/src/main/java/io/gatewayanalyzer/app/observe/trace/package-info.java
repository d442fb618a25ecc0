/**
 * Operations as OpenTelemetry spans: what is drawn, what is left out, and the thread that sends it.
 * How to send, OpenTelemetry's own variables say; no other package knows its SDK. Holds no metrics.
 */
package io.gatewayanalyzer.app.observe.trace;
