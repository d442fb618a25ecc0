package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OperationSpansLaws {
  @Property(tries = 300)
  void shouldBeOneTreeWhoseChildrenLieWithinTheirParent(@ForAll("operations") List<Attempt> made) {
    // given
    Correlated.Closed closed = Tries.closed(made);
    // when
    List<SpanDraft> spans = OperationSpans.of(closed);
    // then
    SpanDraft whole = spans.get(0);
    assertThat(spans).hasSize(OperationSpans.count(closed));
    assertThat(spans.subList(1, spans.size()))
        .allSatisfy(
            child -> {
              assertThat(child.parentId()).isEqualTo(whole.spanId());
              assertThat(child.startMs()).isBetween(whole.startMs(), child.endMs());
              assertThat(child.endMs()).isLessThanOrEqualTo(whole.endMs());
            });
    assertThat(spans).extracting(SpanDraft::spanId).doesNotHaveDuplicates();
    assertThat(spans).extracting(SpanDraft::traceId).containsOnly(whole.traceId());
  }

  @Property(tries = 300)
  void shouldNotDependOnTheOrderOfArrival(
      @ForAll("operations") List<Attempt> made, @ForAll long seed) {
    // given
    List<Attempt> shuffled = new ArrayList<>(made);
    Collections.shuffle(shuffled, new Random(seed));
    // when
    List<SpanDraft> spans = OperationSpans.of(Tries.closed(shuffled));
    // then
    assertThat(spans).isEqualTo(OperationSpans.of(Tries.closed(made)));
  }

  @Property(tries = 300)
  void shouldCountWhatWasSentAgain(@ForAll("operations") List<Attempt> made) {
    // given
    Correlated.Closed closed = Tries.closed(made);
    // when
    List<SpanDraft> spans = OperationSpans.of(closed);
    // then
    assertThat(spans.subList(1, spans.size()))
        .extracting(span -> Tries.said(span, SpanTable.RESEND_COUNT))
        .containsExactlyElementsOf(
            LongStream.range(0, closed.attempts().size()).mapToObj(this::resent).toList());
  }

  private Long resent(long index) {
    return index == 0 ? null : index;
  }

  @Property(tries = 300)
  void shouldFailAsTheAttemptsDidAndAsTheOperationDid(@ForAll("operations") List<Attempt> made) {
    // given
    Correlated.Closed closed = Tries.closed(made);
    // when
    List<SpanDraft> spans = OperationSpans.of(closed);
    // then
    assertThat(spans.get(0).errorType() == null)
        .isEqualTo(closed.operation().outcome().succeeded());
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(Tries.said(span, SpanTable.ERROR_TYPE)).isEqualTo(span.errorType());
              assertThat(Tries.said(span, SpanTable.CATEGORY) == null)
                  .isEqualTo(span.errorType() == null);
            });
    assertThat(spans.toString()).doesNotContain("what was said");
  }

  @Provide
  Arbitrary<List<Attempt>> operations() {
    Arbitrary<Attempt> attempt =
        Combinators.combine(
                Arbitraries.longs().between(0, 60_000),
                Arbitraries.longs().between(-1, 60_000),
                Arbitraries.of(ErrorCategory.class).injectNull(0.2))
            .as((startMs, tookMs, category) -> Tries.attempt("?", startMs, tookMs, category));
    return attempt.list().ofMinSize(1).ofMaxSize(20).map(OperationSpansLaws::numbered);
  }

  private static List<Attempt> numbered(List<Attempt> attempts) {
    List<Attempt> numbered = new ArrayList<>();
    for (Attempt one : attempts) {
      ErrorCategory category = one.healthy() ? null : one.verdict().category();
      long startMs = one.eventTimeMs() - Tries.EPOCH_MS;
      numbered.add(Tries.attempt("r" + numbered.size(), startMs, one.durationMs(), category));
    }
    return numbered;
  }
}
