package io.gatewayanalyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ReferenceBenchmarkTest {
  @Test
  void shouldReadTheFieldsOfAnError() throws IOException {
    // Given
    ReferenceBenchmark benchmark = prepared(Workload.ERROR);

    // When
    JacksonFields.Found found = (JacksonFields.Found) benchmark.jacksonFields();

    // Then
    assertThat(found.status).isEqualTo(429);
    assertThat(found.requestId).isEqualTo(RawRecords.REQUEST_ID);
    assertThat(found.message).isEqualTo("Provider returned error");
  }

  @Test
  void shouldReadEveryFrameOfAStream() throws IOException {
    // Given
    ReferenceBenchmark benchmark = prepared(Workload.STREAM);

    // When
    JacksonFields.Found found = (JacksonFields.Found) benchmark.jacksonFields();

    // Then
    assertThat(found.finishReason).isEqualTo("stop");
  }

  @Test
  void shouldMakeATreeOfTheRecordAndOneOfEachFrame() throws IOException {
    // Given
    ReferenceBenchmark benchmark = prepared(Workload.STREAM);

    // When
    Object trees = benchmark.jacksonTree();

    // Then
    assertThat(trees).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(20);
  }

  @Test
  void shouldSumUpBytes() {
    // Given
    ReferenceBenchmark benchmark = prepared(Workload.HEALTHY);

    // When
    long sum = benchmark.crc32c();

    // Then
    assertThat(sum).isNotZero();
  }

  private static ReferenceBenchmark prepared(Workload workload) {
    ReferenceBenchmark benchmark = new ReferenceBenchmark();
    benchmark.workload = workload;
    benchmark.prepare();
    return benchmark;
  }
}
