/**
 * What the records of a run add up to, and how that is shown as text or JSON. It reads our own
 * records only, and neither opens topics nor prints.
 */
package io.gatewayanalyzer.app.report;
