/** Alerts that others explain are kept back. It looks at labels only, and judges no counts. */
package io.gatewayanalyzer.core.inhibit;
