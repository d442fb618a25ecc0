/**
 * Days that never were: invented attempts of many callers, incidents staged among them, and the
 * line from attempt to alert by hand. It says what fires when; it holds no rule of the domain.
 */
package io.gatewayanalyzer.core.simulation;
