/**
 * Streams as they were sent: the event-stream reader, and one protocol file for each API that says
 * which frame ends a stream and how. It reads truth out of frames and judges no error.
 */
package io.gatewayanalyzer.core.stream;
