package io.gatewayanalyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.judge.Judged;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs every benchmark once, so that none rots, and sees that it measures what it says. */
class LineBenchmarkTest {
  @Test
  void shouldJudgeHealthyRecordsHealthy() {
    // When
    List<Object> results = run(Workload.HEALTHY);

    // Then
    assertThat(results)
        .allSatisfy(result -> assertThat(((Judged) result).attempt().verdict()).isNull());
  }

  @Test
  void shouldRecognizeEveryError() {
    // When
    List<Object> results = run(Workload.ERROR);

    // Then
    assertThat(results)
        .allSatisfy(
            result -> assertThat(((Judged) result).attempt().verdict().recognized()).isTrue());
  }

  @Test
  void shouldFollowStreamsToTheirEnd() {
    // When
    List<Object> results = run(Workload.STREAM);

    // Then
    assertThat(results)
        .extracting(result -> ((Judged) result).attempt().streamVerdict())
        .containsOnly(StreamVerdict.COMPLETED, StreamVerdict.FAILED_IN_BAND);
  }

  @Test
  void shouldRefuseGarbage() {
    // When
    List<Object> results = run(Workload.GARBAGE);

    // Then
    assertThat(results).hasOnlyElementsOfType(Undecodable.class);
  }

  @Test
  void shouldJudgeEveryRecordOfAMix() {
    // When
    List<Object> results = run(Workload.MIXED);

    // Then
    assertThat(results).hasOnlyElementsOfType(Judged.class);
  }

  private static List<Object> run(Workload workload) {
    LineBenchmark benchmark = new LineBenchmark();
    benchmark.workload = workload;
    benchmark.prepare();
    return Stream.generate(benchmark::decodeAndJudge).limit(40).toList();
  }
}
