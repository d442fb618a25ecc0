/**
 * Kafka Connect sinks: the connector, its task and its configuration. What they tell whom is in the
 * package of the receiver.
 */
package io.gatewayanalyzer.connect.sink;
