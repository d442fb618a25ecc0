/** From evidence to verdict: the catalog of rules, its lookups, fingerprints. */
package io.gatewayanalyzer.core.classify;
