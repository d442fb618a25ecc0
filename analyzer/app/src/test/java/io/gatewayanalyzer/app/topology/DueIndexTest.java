package io.gatewayanalyzer.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class DueIndexTest {
  private final DueIndex index = new DueIndex();

  @Test
  void shouldGiveKeysInTheOrderTheyAreDue() {
    // Given
    set("c", 30);
    set("a", 10);
    set("b", 20);

    // When
    String due = next(25) + next(25) + next(25);

    // Then
    assertThat(due).isEqualTo("ab-");
    assertThat(next(30)).isEqualTo("c");
  }

  @Test
  void shouldForgetWhatWasToBeBefore() {
    // Given
    set("a", 10);
    set("b", 10);

    // When
    set("a", 40);
    index.remove(key("b"));

    // Then
    assertThat(next(39)).isEqualTo("-");
    assertThat(index.holds(key("a"))).isTrue();
    assertThat(index.holds(key("b"))).isFalse();
    assertThat(next(40)).isEqualTo("a");
  }

  private void set(String key, long dueMs) {
    index.set(new DueIndex.Wake(key(key), dueMs, dueMs));
  }

  private String next(long timeMs) {
    DueIndex.Wake wake = index.next(timeMs);
    return wake == null ? "-" : new String(wake.key().get(), StandardCharsets.UTF_8);
  }

  private static Bytes key(String key) {
    return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
  }
}
