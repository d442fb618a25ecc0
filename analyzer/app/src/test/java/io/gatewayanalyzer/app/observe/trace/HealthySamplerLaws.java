package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;

class HealthySamplerLaws {
  private static final int MANY = 2_000;

  /** Ids that are counted on are as good as random ones. */
  @Property(tries = 20)
  void shouldChooseAboutTheShareThatIsAskedFor(
      @ForAll @AlphaChars @StringLength(max = 8) String prefix,
      @ForAll @DoubleRange(min = 0, max = 1) double ratio) {
    // Given
    HealthySampler sampler = HealthySampler.ofRatio(ratio);

    // When
    long chosen =
        IntStream.range(0, MANY).filter(i -> sampler.wants(Tries.healthyOf(prefix + i))).count();

    // Then
    assertThat(chosen / (double) MANY).isCloseTo(ratio, within(0.06));
  }

  @Property(tries = 200)
  void shouldDecideTheSameOnAReplayAndKeepWhatALowerShareChose(
      @ForAll String operation, @ForAll @DoubleRange(min = 0, max = 1) double ratio) {
    // Given
    boolean wanted = HealthySampler.ofRatio(ratio).wants(Tries.healthyOf("op-" + operation));

    // When
    boolean again = HealthySampler.ofRatio(ratio).wants(Tries.healthyOf("op-" + operation));
    boolean higher =
        HealthySampler.ofRatio((1 + ratio) / 2).wants(Tries.healthyOf("op-" + operation));

    // Then
    assertThat(again).isEqualTo(wanted);
    assertThat(higher || !wanted).isTrue();
  }

  @Property(tries = 200)
  void shouldChooseNoneOrAllWhereThatIsAsked(@ForAll String operation) {
    // Given
    Correlated.Closed healthy = Tries.healthyOf("op-" + operation);

    // When
    boolean all = HealthySampler.ofRatio(1).wants(healthy);

    // Then
    assertThat(all).isTrue();
    assertThat(HealthySampler.ofRatio(0).wants(healthy)).isFalse();
  }

  @Example
  void shouldAlwaysChooseWhatFailed() {
    // Given
    HealthySampler none = HealthySampler.ofRatio(0);

    // When
    boolean wanted =
        none.wants(Tries.closed(List.of(Tries.attempt("r", 0, 1, ErrorCategory.TIMEOUT))));

    // Then
    assertThat(wanted).isTrue();
  }
}
