package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.policy.PolicyLine.acme;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import org.junit.jupiter.api.Test;

class StreamBreakageTest {
  private final PolicyLine line =
      new PolicyLine(new StreamBreakage(StreamBreakage.Settings.DEFAULTS));

  @Test
  void shouldFireWhenStreamsBreakAndEndWhenTheyHoldAgain() {
    // When
    line.every(10, 600, acme(), streams(20, 2)).every(610, 1800, acme(), streams(20, 0));

    // Then
    assertThat(line.story())
        .containsExactly(
            "100 firing: Streams break at openai behind anannas: 10 % of 200 streams broke in 5 min",
            "1180 resolved: Streams hold again at openai behind anannas: 0 % of 600 streams broke"
                + " in 5 min");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("severity", "ticket")
        .containsEntry("scope", "provider")
        .containsEntry("provider", "openai");
  }

  @Test
  void shouldNotFireForAShareThatIsUsual() {
    // When
    line.every(10, 1200, acme(), streams(1_000, 19));

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.nearest()).startsWith("1.9 % of 2 % broken, ");
  }

  @Test
  void shouldNotFireForAFew() {
    // When
    line.at(10, acme(), streams(25, 19)).ends();

    // Then
    assertThat(line.alerts()).isEmpty();
    assertThat(line.nearest()).isEqualTo("76 % of 2 % broken, 19 of 20 streams, in 5 min");
  }

  private static Happening streams(long all, long broken) {
    return (counts, second) -> {
      counts.add(Measure.STREAMS, all);
      counts.add(Measure.STREAMS_BROKEN, broken);
      counts.add(Happening.sample(ErrorCategory.STREAM_INTERRUPTED, second));
    };
  }
}
