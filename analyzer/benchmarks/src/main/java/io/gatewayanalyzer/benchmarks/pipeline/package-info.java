/** What the whole line costs on a broker, next to a line that only copies. */
package io.gatewayanalyzer.benchmarks.pipeline;
