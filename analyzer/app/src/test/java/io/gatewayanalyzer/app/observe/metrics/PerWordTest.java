package io.gatewayanalyzer.app.observe.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

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
  void nothingIsMadeBeforeItsWordIsMet() {
    assertEquals(List.of(), made);
  }

  @Test
  void aWordThatComesAgainFindsWhatWasMadeForIt() {
    for (WaitVerdict word : WaitVerdict.values()) {
      assertSame(perWord.of(word), perWord.of(word));
    }
    assertEquals(List.of(WaitVerdict.values()), made);
  }
}
