package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.core.alert.Sorter;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.count.Counter;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.judge.Judge;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What counting adds to an attempt: finding its cell and adding to it, and, shared among the
 * attempts of one commit, sorting the cells into the scopes of all policies.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 4, time = 1)
public class CountBenchmark {
  private static final int COMMIT = 2_000;
  private static final long TIME_MS = 1_793_534_400_000L;

  /** What the attempts are. */
  @Param({"HEALTHY", "ERROR"})
  public Workload workload;

  private final Attempt[] attempts = new Attempt[COMMIT];
  private final Counter counter = new Counter();
  private final Sorter sorter = new Sorter(AlertSettings.defaults().policies());

  /** Makes the attempts of one commit. */
  @Setup
  public void prepare() {
    Workload.Turn turn = workload.start();
    Decoder decoder = new Decoder();
    Judge judge = new Judge(Catalog.builtIn());
    RawRef ref = new RawRef("llmgw.raw.requests.v1", 3, 1_234_567);
    for (int i = 0; i < COMMIT; ) {
      Decoded decoded = decoder.decode(turn.next());
      if (decoded instanceof RawRequest request) {
        attempts[i] = judge.judge(request, ref, TIME_MS + i).attempt();
        i++;
      }
    }
  }

  /** Adding up, per attempt. */
  @Benchmark
  @OperationsPerInvocation(COMMIT)
  public int count() {
    for (Attempt attempt : attempts) {
      counter.add(attempt);
    }
    int cells = counter.size();
    counter.clear();
    return cells;
  }

  /** Adding up and sorting, per attempt. */
  @Benchmark
  @OperationsPerInvocation(COMMIT)
  public void countAndSort(Blackhole hole) {
    for (Attempt attempt : attempts) {
      counter.add(attempt);
    }
    sorter.sort(counter, TIME_MS, "3_0", hole::consume);
  }
}
