/**
 * The line as Kafka Streams runs it: topics, wiring, and the processors that carry records between
 * Kafka and the domain. No rule about errors lives here.
 */
package io.gatewayanalyzer.app.topology;
