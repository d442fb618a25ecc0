/**
 * Starting, awaiting and stopping the line, and how the process ends. It knows neither commands nor
 * reports.
 */
package io.gatewayanalyzer.app.run;
