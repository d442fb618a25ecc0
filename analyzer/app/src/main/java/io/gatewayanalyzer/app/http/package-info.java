/** The small HTTP server for metrics and health. It knows neither what is counted nor what runs. */
package io.gatewayanalyzer.app.http;
