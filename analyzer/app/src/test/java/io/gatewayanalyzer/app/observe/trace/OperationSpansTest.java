package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.correlate.TraceIds;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationSpansTest {
  @Test
  void shouldTakeTheTraceThatAnExemplarNames() {
    // Given
    Attempt attempt = Tries.attempt("req-1", 0, 100, ErrorCategory.TIMEOUT);

    // When
    List<SpanDraft> spans = OperationSpans.of(Tries.closed(List.of(attempt)));

    // Then
    assertThat(spans).extracting(SpanDraft::traceId).containsOnly(TraceIds.of(attempt));
    assertThat(spans.get(0).parentId()).isNull();
  }

  @Test
  void shouldNotNameWhatNobodyKnows() {
    // Given
    Attempt attempt = Tries.attempt("req-1", 0, 100, ErrorCategory.UNKNOWN);

    // When
    List<SpanDraft> spans = OperationSpans.of(Tries.closed(List.of(attempt)));

    // Then
    assertThat(spans).extracting(SpanDraft::errorType).containsOnly("_OTHER");
  }

  @Test
  void shouldNumberAttemptsOnAcrossThoseThatWereNotKept() {
    // Given
    List<Attempt> flood = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      flood.add(Tries.attempt("r" + i, i * 10L, 5, ErrorCategory.TIMEOUT));
    }

    // When
    List<SpanDraft> spans = OperationSpans.of(Tries.closed(flood));

    // Then
    assertThat(spans).hasSize(65);
    assertThat(Tries.said(spans.get(64), SpanTable.RESEND_COUNT)).isEqualTo(99L);
    assertThat(Tries.said(spans.get(0), SpanTable.ATTEMPTS)).isEqualTo(100L);
  }

  @Test
  void shouldNotShowAKeyThatWasLoggedAsAModel() {
    // Given
    String key = "sk-proj-FAKEfakeFAKEfake0123456789FAKEfake0123456789";
    Origin caller = new Origin(key, Api.CHAT_COMPLETIONS, key, key, key, "t", "k", "c/1", null);
    Attempt attempt = Tries.attempt("op-7", "req-1", 0, 100, null, caller);

    // When
    List<SpanDraft> spans = OperationSpans.of(Tries.closed(List.of(attempt)));

    // Then
    assertThat(spans.toString()).contains("[redacted").doesNotContain("FAKEfake");
  }

  @ParameterizedTest
  @CsvSource({
    "openai, openai",
    "Azure, azure.ai.openai",
    "Google Vertex, gcp.vertex_ai",
    "x-ai, x-ai"
  })
  void shouldSpellProvidersAsTheConventionsDo(String logged, String spelled) {
    assertThat(Providers.spelled(logged)).isEqualTo(spelled);
  }
}
