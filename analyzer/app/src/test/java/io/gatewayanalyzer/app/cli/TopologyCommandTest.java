package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopologyCommandTest {
  @Test
  void shouldDescribeTheLineAsText() {
    // when
    Invocation run = Invocation.of("", "topology");

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Topologies:").contains("llmgw.raw.requests.v1");
  }

  @Test
  void shouldDrawTheLineAsMermaid() {
    // when
    Invocation run = Invocation.of("", "topology", "--mermaid");

    // then
    assertThat(run.outLines().get(0)).isEqualTo("flowchart LR");
    assertThat(run.outLines())
        .contains(
            "  llmgw_raw_requests_v1([llmgw.raw.requests.v1]) --> step_raw_requests[raw-requests]")
        .contains("  step_decode[decode] --> step_classify[classify]")
        .contains("  step_attempts[attempts] --> llmgw_attempts_v1([llmgw.attempts.v1])");
  }
}
