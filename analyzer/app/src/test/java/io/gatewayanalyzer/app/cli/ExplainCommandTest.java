package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  private static final String BODY =
      "{\"error\":{\"type\":\"billing_error\",\"message\":\"Insufficient credits\"}}";

  @Test
  void shouldNameTheRuleItsPlaceAndItsSource() {
    // when
    Invocation run = Invocation.of(BODY, "explain", "--status", "403", "--gateway", "toprouter");

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .anySatisfy(line -> assertThat(line).matches("category +insufficient_credits"))
        .anySatisfy(line -> assertThat(line).matches("rule +toprouter/.*\\(toprouter.yaml:\\d+\\)"))
        .anySatisfy(line -> assertThat(line).matches("source +https://.*"));
  }

  @Test
  void shouldPrintJson() {
    // when
    Invocation run =
        Invocation.of(BODY, "explain", "--status", "403", "--gateway", "toprouter", "--json");

    // then
    assertThat(run.outLines()).hasSize(1);
    assertThat(run.out())
        .startsWith("{\"category\":\"insufficient_credits\"")
        .contains("\"runners_up\":[");
  }

  @Test
  void shouldReadAWholeRecordWithoutOptions() {
    // when
    Invocation run =
        Invocation.of("{\"response\":{\"status\":200,\"body\":{\"choices\":[]}}}", "explain");

    // then
    assertThat(run).isEqualTo(new Invocation(0, "healthy: no error in this payload\n", ""));
  }

  @Test
  void shouldFollowATranscript() {
    // given
    String stream = "data: {\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"}}\n\n";

    // when
    Invocation run = Invocation.of(stream, "explain", "--stream", "--gateway", "anannas", "--json");

    // then
    assertThat(run.out())
        .contains("\"category\":\"rate_limited\"")
        .contains("\"phase\":\"mid_stream\"");
  }

  @Test
  void shouldSayHowToAskAboutABareBody() {
    // when
    Invocation run = Invocation.of(BODY, "explain");

    // then
    assertThat(run.out()).startsWith("undecodable: no_response").contains("--status");
  }
}
