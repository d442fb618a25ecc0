/**
 * A real Kafka broker inside this process, for the demo, for files and for tests. It knows nothing
 * of our topics.
 */
package io.gatewayanalyzer.app.embedded;
