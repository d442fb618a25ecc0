/**
 * Sums over time to alerts: what is known of a scope, when it is judged, and one life cycle for all
 * alerts. It knows what a policy is, and none by name; no store, no topic and no clock.
 */
package io.gatewayanalyzer.core.alert;
