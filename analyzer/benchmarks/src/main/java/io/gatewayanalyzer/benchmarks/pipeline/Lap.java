package io.gatewayanalyzer.benchmarks.pipeline;

/**
 * One line run once over the whole topic.
 *
 * @param line which line
 * @param records raw records read, each with its output committed
 * @param seconds from running to the last commit
 * @param cpuSeconds CPU time of the threads of Kafka Streams and its clients
 * @param processCpuSeconds CPU time of the whole process: the broker, the compiler, the collector
 *     too
 */
record Lap(Line line, long records, double seconds, double cpuSeconds, double processCpuSeconds) {
  double recordsPerSecond() {
    return records / seconds;
  }

  double cpuMicros() {
    return cpuSeconds / records * 1e6;
  }

  double processCpuMicros() {
    return processCpuSeconds / records * 1e6;
  }
}
