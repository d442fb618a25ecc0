/**
 * Alerts on their way out of the program: reads the alerts topic beside the line. Whom it tells and
 * when is decided in the connectors, which do the same inside Kafka Connect.
 */
package io.gatewayanalyzer.app.deliver;
