/**
 * Attempts to operations: which attempts belong together, what they achieved and what they cost. It
 * knows no store, no timer and no record format but the compact one of its own state.
 */
package io.gatewayanalyzer.core.correlate;
