package io.gatewayanalyzer.app.demo;

/**
 * One record for the raw topic.
 *
 * @param timeMs when the attempt started, epoch milliseconds
 * @param value the bytes, without line break
 */
public record LogLine(long timeMs, byte[] value) {}
