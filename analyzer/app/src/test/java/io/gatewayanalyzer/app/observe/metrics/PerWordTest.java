package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.WaitVerdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PerWordTest {
  private final List<WaitVerdict> made = new ArrayList<>();
  private final PerWord<WaitVerdict, Object> perWord =
      new PerWord<>(
          WaitVerdict.values(),
          word -> {
            made.add(word);
            return new Object();
          });

  @Test
  void shouldMakeNothingBeforeItsWordIsMet() {
    // Given
    WaitVerdict met = WaitVerdict.values()[1];

    // When
    perWord.of(met);

    // Then
    assertThat(made).containsExactly(met);
  }

  @Test
  void shouldFindWhatWasMadeWhenAWordComesAgain() {
    for (WaitVerdict word : WaitVerdict.values()) {
      // Given
      Object first = perWord.of(word);

      // When
      Object again = perWord.of(word);

      // Then
      assertThat(again).isSameAs(first);
    }
    assertThat(made).containsExactly(WaitVerdict.values());
  }
}
