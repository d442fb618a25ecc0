package io.gatewayanalyzer.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
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
 * What the same records cost others, under the conditions of {@link LineBenchmark} but in one JVM
 * each: a dozen fields by a general JSON parser, a tree of everything, and a checksum as the floor.
 * None of them judges.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReferenceBenchmark {
  /** What the records hold. */
  @Param({"HEALTHY", "ERROR", "STREAM"})
  public Workload workload;

  private final JacksonFields fields = new JacksonFields(new JsonFactory());
  private final JacksonTree tree = new JacksonTree(new ObjectMapper());
  private final CRC32C checksum = new CRC32C();
  private Workload.Turn turn;

  /** Makes the records. */
  @Setup
  public void prepare() {
    turn = workload.start();
  }

  /** Jackson's token stream over the record and over its payload, keeping a dozen fields. */
  @Benchmark
  public Object jacksonFields() throws IOException {
    return fields.read(turn.next());
  }

  /** Jackson's tree of the record and of its payload. */
  @Benchmark
  public Object jacksonTree() throws IOException {
    return tree.read(turn.next());
  }

  /** Every byte once. */
  @Benchmark
  public long crc32c() {
    byte[] record = turn.next();
    checksum.reset();
    checksum.update(record, 0, record.length);
    return checksum.getValue();
  }
}
