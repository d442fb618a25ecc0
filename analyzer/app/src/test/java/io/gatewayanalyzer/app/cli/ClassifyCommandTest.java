package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassifyCommandTest {
  private static final String HEALTHY =
      "{\"request_id\":\"req-1\",\"gateway\":\"anannas\",\"api\":\"chat_completions\","
          + "\"response\":{\"status\":200,\"body\":\"{\\\"object\\\":\\\"chat.completion\\\","
          + "\\\"choices\\\":[{\\\"finish_reason\\\":\\\"stop\\\"}]}\"}}";
  private static final String NO_CREDIT =
      "{\"request_id\":\"req-2\",\"gateway\":\"anannas\",\"response\":{\"status\":402,"
          + "\"body\":\"{\\\"error\\\":{\\\"message\\\":\\\"Insufficient credits\\\","
          + "\\\"type\\\":\\\"insufficient_quota_error\\\"}}\"}}";

  @Test
  void shouldAnswerEachLineInOrder() {
    // when
    Invocation run = Invocation.of(HEALTHY + "\n" + NO_CREDIT + "\nno json\n", "classify");

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.outLines().get(0))
        .contains("\"request_id\":\"req-1\"")
        .doesNotContain("\"category\"");
    assertThat(run.outLines().get(1))
        .contains("\"request_id\":\"req-2\"")
        .contains("\"category\":\"insufficient_credits\"")
        .contains("\"error_type\":\"insufficient_quota_error\"")
        .contains("\"ingest_time\":\"2026-11-01T12:00:00.000Z\"");
    assertThat(run.outLines().get(2)).isEqualTo("{\"undecodable\":\"not_json\"}");
  }

  @Test
  void shouldSayNothingAboutNothing() {
    // when
    Invocation run = Invocation.of("", "classify");

    // then
    assertThat(run).isEqualTo(new Invocation(0, "", ""));
  }

  @Test
  void shouldSkipBlankLinesAndNeedNoLastLineEnd() {
    // when
    Invocation run = Invocation.of("\n  \r\n" + NO_CREDIT, "classify");

    // then
    assertThat(run.outLines()).hasSize(1);
    assertThat(run.out()).contains("req-2");
  }
}
