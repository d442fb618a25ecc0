/**
 * From evidence to verdict: the catalog of rules, its compiled lookups, hints on retrying, and
 * fingerprints. It reads no payload; what a payload says arrives as facts.
 */
package io.gatewayanalyzer.core.classify;
