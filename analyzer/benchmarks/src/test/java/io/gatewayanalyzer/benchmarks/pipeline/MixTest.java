package io.gatewayanalyzer.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.benchmarks.Kind;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {
  @Test
  void shouldGiveEveryKindItsShareOfAHundred() {
    // When
    Map<Kind, Long> counts =
        LongStream.range(300, 400)
            .mapToObj(Mix.USUAL::kind)
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));

    // Then
    assertThat(counts).isEqualTo(Map.of(Kind.HEALTHY, 80L, Kind.ERROR, 10L, Kind.STREAM, 10L));
  }

  @Test
  void shouldReadShares() {
    // When
    Mix mix = Mix.parse("90/6/4");

    // Then
    assertThat(mix).isEqualTo(new Mix(90, 6, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80/10", "80/10/11", "110/-10/0", "usual/harsh/x"})
  void shouldRefuseWhatIsNoMix(String text) {
    // When / Then
    assertThatThrownBy(() -> Mix.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
