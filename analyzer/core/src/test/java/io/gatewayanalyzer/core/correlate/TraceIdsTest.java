package io.gatewayanalyzer.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.KeyBasis;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TraceIdsTest {
  @Test
  void shouldTakeTheTraceThatTheLogNames() {
    // Given
    TestAttempt attempt = TestAttempt.ok("a", 0, 100);

    // When
    Correlated.Closed closed = closed(attempt);

    // Then
    assertThat(TraceIds.of(closed)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(TraceIds.of(attempt.attempt())).isEqualTo(TraceIds.of(closed));
    assertThat(closed.parentSpanId()).isEqualTo("00f067aa0ba902b7");
  }

  @Test
  void shouldMakeOneOfWhatTheAttemptsShare() {
    // Given
    TestAttempt first = TestAttempt.ok("a", 0, 100).traced(null);
    TestAttempt other = TestAttempt.ok("b", 4_000_000, 100).traced(null);

    // When
    String traceId = TraceIds.of(closed(first));

    // Then
    assertThat(traceId)
        .matches("[0-9a-f]{32}")
        .isEqualTo(TraceIds.of(first.attempt()))
        .isEqualTo(TraceIds.of(other.attempt()));
    assertThat(closed(first).parentSpanId()).isNull();
  }

  @Test
  void shouldNotLetATraceOfAStitchedKeyLastForEver() {
    // Given
    TestAttempt now = TestAttempt.ok("a", 0, 100).keyed("s", KeyBasis.STITCHED).traced(null);
    TestAttempt later =
        TestAttempt.ok("b", 4_000_000, 1).keyed("s", KeyBasis.STITCHED).traced(null);

    // When
    String traceId = TraceIds.of(closed(now));

    // Then
    assertThat(traceId).isEqualTo(TraceIds.of(now.attempt()));
    assertThat(traceId).isNotEqualTo(TraceIds.of(later.attempt()));
  }

  @Test
  void shouldNotTakeZerosForATrace() {
    // Given
    TestAttempt attempt = TestAttempt.ok("a", 0, 100).traced("0".repeat(32));

    // When
    String traceId = TraceIds.of(attempt.attempt());

    // Then
    assertThat(traceId).isEqualTo(TraceIds.of(TestAttempt.ok("a", 0, 1).traced(null).attempt()));
  }

  @Property(tries = 200)
  void shouldStandForATraceByOneNumber(
      @ForAll("logged") String one, @ForAll("logged") String other, @ForAll KeyBasis basis) {
    // given
    Correlated.Closed first = closed(TestAttempt.ok("a", 0, 1).keyed("k", basis).traced(one));
    Correlated.Closed second = closed(TestAttempt.ok("b", 9, 1).keyed("k", basis).traced(other));
    // when
    boolean same = TraceIds.spread(first) == TraceIds.spread(second);
    // then
    assertThat(same).isEqualTo(TraceIds.of(first).equals(TraceIds.of(second)));
  }

  @Provide
  Arbitrary<String> logged() {
    return Arbitraries.of(
        null, "no trace", "0".repeat(32), "4bf92f3577b34da6a3ce929d0e0e4736", "1".repeat(32));
  }

  @Property
  void shouldNeverMakeASpanIdOfZeros(
      @ForAll String operationId, @ForAll @IntRange(min = 0, max = 99) int attempt) {
    // when
    String spanId = TraceIds.span(operationId, attempt);
    // then
    assertThat(spanId).matches("[0-9a-f]{16}").isNotEqualTo("0".repeat(16));
    assertThat(TraceIds.span(operationId, attempt)).isEqualTo(spanId);
    assertThat(TraceIds.span(operationId, attempt + 1)).isNotEqualTo(spanId);
  }

  private static Correlated.Closed closed(TestAttempt attempt) {
    Line line = new Line(CorrelateSettings.DEFAULTS);
    line.arrives(attempt);
    List<Correlated> said = line.ends();
    return (Correlated.Closed) said.get(0);
  }
}
