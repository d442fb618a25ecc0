/**
 * Bytes of a raw log record to {@link io.gatewayanalyzer.core.decode.Decoded}: total, streaming,
 * one reader per log format. It says what was logged and judges nothing.
 */
package io.gatewayanalyzer.core.decode;
