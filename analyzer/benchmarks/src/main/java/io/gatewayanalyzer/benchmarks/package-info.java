/**
 * Measures the line and shakes it: benchmarks, and the fuzz runner. Holds nothing that the analyzer
 * needs to run.
 */
package io.gatewayanalyzer.benchmarks;
