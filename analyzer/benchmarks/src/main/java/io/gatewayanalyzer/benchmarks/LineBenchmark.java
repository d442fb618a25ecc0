package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.judge.Judge;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the stateless line does with one record: decode it and judge it.
 *
 * <p>The compiler of the JVM optimises for what it has seen. So each kind of record runs in JVMs of
 * its own, two of them because two compilations may differ, always with the collector and a fixed
 * heap as the line uses them; and {@link Workload} hands out many different records in turn, lest
 * the processor learns the branches of a single one by heart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 3, time = 1)
public class LineBenchmark {
  /** What the records hold. */
  @Param({"HEALTHY", "ERROR", "STREAM", "GARBAGE", "MIXED"})
  public Workload workload;

  private final Decoder decoder = new Decoder();
  private final Judge judge = new Judge(Catalog.builtIn());
  private final RawRef ref = new RawRef("llmgw.raw.requests.v1", 3, 1_234_567);
  private Workload.Turn turn;

  /** Makes the records. */
  @Setup
  public void prepare() {
    turn = workload.start();
  }

  /** From bytes to a judged attempt, or to the reason why there is none. */
  @Benchmark
  public Object decodeAndJudge() {
    Decoded decoded = decoder.decode(turn.next());
    return decoded instanceof RawRequest request
        ? judge.judge(request, ref, 1_793_534_400_000L)
        : decoded;
  }
}
