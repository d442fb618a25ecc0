package io.gatewayanalyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RawRecordsTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void shouldMakeTheSameRecordsOfTheSameSeed(Kind kind) {
    // Given
    byte[][] first = RawRecords.of(kind, 10, kind.bytes(), 7);

    // When
    byte[][] second = RawRecords.of(kind, 10, kind.bytes(), 7);

    // Then
    assertThat(second).isDeepEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void shouldMakeRecordsOfTheSizeAskedFor(Kind kind) {
    // When
    byte[][] records = RawRecords.of(kind, 50, kind.bytes(), 7);

    // Then
    assertThat(List.of(records))
        .allSatisfy(
            record ->
                assertThat(record.length).isCloseTo(kind.bytes(), Percentage.withPercentage(8)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"HEALTHY", "ERROR", "STREAM"})
  void shouldSayWhereIdsAndTimesAre(Kind kind) {
    // When
    byte[][] records = RawRecords.of(kind, 50, 1_500, 7);

    // Then
    assertThat(List.of(records))
        .allSatisfy(
            record ->
                assertThat(new String(record, StandardCharsets.UTF_8))
                    .containsOnlyOnce(RawRecords.REQUEST_ID)
                    .containsOnlyOnce(RawRecords.OPERATION_ID)
                    .containsOnlyOnce(RawRecords.TIMESTAMP));
  }
}
