package io.gatewayanalyzer.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came out.
 *
 * @param mix what the topic was made of
 * @param recordBytes mean size of a raw record
 * @param threads stream threads of each line
 * @param rounds in each of them both lines ran once, one right after the other
 */
record Results(Mix mix, double recordBytes, int threads, List<Round> rounds) {
  /**
   * Both lines in one round.
   *
   * @param base what the other is held against
   */
  record Round(Lap base, Lap measured) {
    double ratio() {
      return measured.recordsPerSecond() / base.recordsPerSecond();
    }
  }

  /** The median over the rounds of how fast the measured line was, the other one being 1. */
  double ratio() {
    double[] ratios = rounds.stream().mapToDouble(Round::ratio).sorted().toArray();
    int middle = ratios.length / 2;
    return ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
  }

  static String header() {
    return String.format(
        "%-10s%-14s%12s%14s%16s", "round", "line", "records/s", "app CPU µs", "process CPU µs");
  }

  static String line(String round, Lap lap) {
    return String.format(
        Locale.ROOT,
        "%-10s%-14s%,12.0f%14.2f%16.2f",
        round,
        lap.line(),
        lap.recordsPerSecond(),
        lap.cpuMicros(),
        lap.processCpuMicros());
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "%s / %s: %.0f %% (median of %d)",
        rounds.get(0).measured().line(),
        rounds.get(0).base().line(),
        100 * ratio(),
        rounds.size());
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "mix", Map.of("healthy", mix.healthy(), "error", mix.errors(), "stream", mix.streams()));
    all.put("record_bytes", Math.round(recordBytes));
    all.put("threads", threads);
    List<Map<String, Object>> laps = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      laps.add(lap(i + 1, rounds.get(i).base()));
      laps.add(lap(i + 1, rounds.get(i).measured()));
    }
    all.put("laps", laps);
    all.put("ratio", ratio());
    try {
      return new ObjectMapper().writeValueAsString(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> lap(int round, Lap lap) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("round", round);
    fields.put("line", lap.line().toString());
    fields.put("records", lap.records());
    fields.put("seconds", lap.seconds());
    fields.put("records_per_second", lap.recordsPerSecond());
    fields.put("app_cpu_us", lap.cpuMicros());
    fields.put("process_cpu_us", lap.processCpuMicros());
    return fields;
  }
}
