/**
 * Sums over time to alerts: one pure policy a file, one life cycle for all of them. It knows no
 * store, no topic and no clock.
 */
package io.gatewayanalyzer.core.alert;
