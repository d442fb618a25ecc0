/**
 * Alert records to Alertmanagers: what each of them has to be told and when, and the HTTP that
 * tells it. It knows neither Kafka nor Kafka Connect; whoever reads the topic hands records in.
 */
package io.gatewayanalyzer.connect.alertmanager;
