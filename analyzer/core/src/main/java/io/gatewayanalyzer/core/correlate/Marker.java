package io.gatewayanalyzer.core.correlate;

/**
 * What a closed operation leaves behind, so that stragglers are known as such.
 *
 * @param untilMs attempts that start no later than this belonged to it, epoch milliseconds
 * @param forgetAtMs when to stop knowing, epoch milliseconds
 */
record Marker(long untilMs, long forgetAtMs) {}
