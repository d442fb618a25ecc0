package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.core.alert.AlertStep;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.MemoryCodec;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.ScopeCodec;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many bytes the state of a live scope takes: every policy, traffic in every ten seconds for as
 * long as the longest history reaches, with no failures, with some, and with failures of all
 * categories and their samples.
 */
public final class ScopeSizes {
  private static final long START_MS = 1_793_534_400_000L;
  private static final long BUCKET_MS = 10_000;
  private static final int KIBIBYTE = 1_024;
  private static final String MESSAGE = "You have run out of credits. ".repeat(7).substring(0, 200);

  private final Policies policies = AlertSettings.defaults().policies();
  private final AlertStep step = new AlertStep(policies);

  private ScopeSizes() {}

  /** Prints the sizes. */
  public static void main(String[] arguments) {
    ScopeSizes sizes = new ScopeSizes();
    System.out.printf(
        "%-40s %12s %12s %12s %12s%n", "scope", "calm", "2 categories", "all of them", "key");
    Map<String, long[]> bytes = new TreeMap<>();
    ErrorCategory[] all = ErrorCategory.values();
    sizes.measure(List.of(), 0, bytes);
    sizes.measure(List.of(ErrorCategory.RATE_LIMITED, ErrorCategory.PROVIDER_OVERLOADED), 1, bytes);
    sizes.measure(List.of(all), 2, bytes);
    bytes.forEach(
        (scope, each) ->
            System.out.printf(
                "%-40s %,12d %,12d %,12d %,12d%n", scope, each[0], each[1], each[2], each[3]));
  }

  /** The largest state of each scope that traffic with such failures ever gives. */
  private void measure(List<ErrorCategory> failures, int column, Map<String, long[]> bytes) {
    Map<Scope, Memory> memories = new HashMap<>();
    long endMs = START_MS + Duration.ofDays(4).toMillis();
    for (long timeMs = START_MS; timeMs < endMs; timeMs += BUCKET_MS) {
      long nowMs = timeMs;
      Counts counts = counts(timeMs, failures);
      for (Policy policy : policies.all()) {
        policy.sort(
            place(),
            counts,
            (labels, values, samples, balance) -> {
              Scope scope = new Scope(policy.name(), labels);
              Delta delta =
                  new Delta(
                      scope,
                      nowMs,
                      values,
                      samples ? counts.samples() : List.of(),
                      balance ? counts.balance() : null,
                      nowMs,
                      "3_0");
              Memory memory = step.on(memories.get(scope), delta, nowMs).state();
              memories.put(scope, memory);
              if (memory != null && nowMs % Duration.ofHours(1).toMillis() == 0) {
                String name = policy.name() + " " + labels.get("scope");
                long[] known = bytes.computeIfAbsent(name, any -> new long[4]);
                known[column] = Math.max(known[column], MemoryCodec.write(memory).length);
                known[3] = ScopeCodec.toBytes(scope).length;
              }
            });
      }
    }
  }

  private static Place place() {
    return new Place(
        "openrouter",
        "anthropic",
        "claude-sonnet-4-5",
        Api.MESSAGES,
        "tenant-4711",
        "key_0815",
        "anthropic-typescript/0.68.0",
        "0123456789abcdef");
  }

  private static Counts counts(long timeMs, List<ErrorCategory> failures) {
    Counts counts = new Counts();
    long some = 1 + timeMs / BUCKET_MS % 300;
    for (int index = 0; index < Measure.COUNT && !failures.isEmpty(); index++) {
      counts.add(new Measure(index), some);
    }
    counts.add(Measure.ATTEMPTS, 20 * some);
    counts.add(Measure.HEALTHY, 18 * some);
    counts.add(Measure.OPERATIONS, 18 * some);
    counts.add(Measure.STREAMS, some);
    for (ErrorCategory category : failures) {
      for (int i = 0; i < 3; i++) {
        counts.add(
            new Sample(
                timeMs + i,
                category,
                "req-0123456789abcdef-" + i,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                MESSAGE,
                "openrouter/insufficient-credits",
                20 * KIBIBYTE));
      }
    }
    counts.add(new Balance(1_000 - timeMs % 900, timeMs));
    return counts;
  }
}
