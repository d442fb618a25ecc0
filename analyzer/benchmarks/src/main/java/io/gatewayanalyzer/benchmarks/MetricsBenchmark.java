package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.app.config.MetricsSettings;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.metrics.Metrics;
import io.gatewayanalyzer.app.serde.AttemptJson;
import io.gatewayanalyzer.app.serde.AttemptReader;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.judge.Judge;
import java.util.List;
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

/**
 * What metrics add to an attempt: all the series it is counted in. The attempts are read from
 * records, as the line reads them, and 20,000 come in a second, so that examples are as rare as
 * they are.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
public class MetricsBenchmark {
  private static final int BATCH = 2_000;
  private static final int A_MILLISECOND = 20;
  private static final long TIME_MS = 1_793_534_400_000L;

  /** What the attempts are. */
  @Param({"HEALTHY", "ERROR", "MIXED"})
  public Workload workload;

  private final Attempt[] attempts = new Attempt[BATCH];
  private final LineWatcher watcher =
      new Metrics(MetricsSettings.defaults(), List.of(), () -> TIME_MS).watcher();
  private long nowMs = TIME_MS;

  /** Makes the attempts. */
  @Setup
  public void prepare() {
    Workload.Turn turn = workload.start();
    Decoder decoder = new Decoder();
    Judge judge = new Judge(Catalog.builtIn());
    AttemptJson write = new AttemptJson();
    AttemptReader read = new AttemptReader();
    RawRef ref = new RawRef("llmgw.raw.requests.v1", 3, 1_234_567);
    for (int i = 0; i < BATCH; ) {
      Decoded decoded = decoder.decode(turn.next());
      if (decoded instanceof RawRequest request) {
        Attempt attempt = judge.judge(request, ref, TIME_MS + i).attempt();
        attempts[i] = read.read(write.write(attempt));
        i++;
      }
    }
  }

  /** Counting, per attempt. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void count() {
    for (int i = 0; i < BATCH; i++) {
      watcher.attempt(attempts[i], nowMs + i / A_MILLISECOND);
    }
    nowMs += BATCH / A_MILLISECOND;
  }
}
