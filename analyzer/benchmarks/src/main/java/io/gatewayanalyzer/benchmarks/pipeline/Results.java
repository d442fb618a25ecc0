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

  /** How fast the measured line was, the other one being 1. */
  Median ratio() {
    return Median.of(rounds.stream().mapToDouble(Round::ratio).toArray());
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
    Median ratio = ratio();
    return String.format(
        Locale.ROOT,
        "%s / %s: %.0f %% (median of %d, %.0f to %.0f)",
        rounds.get(0).measured().line(),
        rounds.get(0).base().line(),
        100 * ratio.value(),
        rounds.size(),
        100 * ratio.low(),
        100 * ratio.high());
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
    Median ratio = ratio();
    all.put("ratio", ratio.value());
    all.put("ratio_low", ratio.low());
    all.put("ratio_high", ratio.high());
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
