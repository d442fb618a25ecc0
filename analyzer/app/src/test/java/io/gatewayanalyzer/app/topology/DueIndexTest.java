package io.gatewayanalyzer.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class DueIndexTest {
  private final DueIndex index = new DueIndex();

  /** One step of somebody who uses the index; a time below zero removes the key. */
  record Use(String key, long timeMs, boolean ask) {}

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

  @Test
  void shouldGiveEverythingAtTheEndOfTime() {
    // Given
    set("a", 10);
    set("b", 90_000_000_000L);

    // When
    String due = next(Long.MAX_VALUE) + next(Long.MAX_VALUE) + next(Long.MAX_VALUE);

    // Then
    assertThat(due).isEqualTo("ab-");
  }

  @Property(tries = 2_000)
  void shouldDoWhatASortedListDoes(@ForAll("uses") List<Use> uses) {
    // Given
    DueIndex tried = new DueIndex();
    Map<String, Long> plain = new HashMap<>();
    List<String> given = new ArrayList<>();
    List<String> expected = new ArrayList<>();

    // When
    for (Use use : uses) {
      apply(use, tried, given);
      apply(use, plain, expected);
    }

    // Then
    assertThat(given).isEqualTo(expected);
  }

  @Provide
  static Arbitrary<List<Use>> uses() {
    Arbitrary<String> keys = Arbitraries.of("a", "b", "c", "d", "e", "f");
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-200, 6_000), Arbitraries.longs().between(1_000, 1_050));
    return Combinators.combine(keys, times, Arbitraries.of(true, false, false, false))
        .as(Use::new)
        .list()
        .ofMaxSize(60);
  }

  private static void apply(Use use, DueIndex index, List<String> given) {
    if (use.ask()) {
      for (Bytes key = index.next(use.timeMs()); key != null; key = index.next(use.timeMs())) {
        given.add(text(key));
      }
      given.add("until " + use.timeMs());
    } else if (use.timeMs() < 0) {
      index.remove(key(use.key()));
    } else {
      index.set(key(use.key()), use.timeMs());
    }
  }

  private static void apply(Use use, Map<String, Long> plain, List<String> given) {
    if (use.ask()) {
      plain.entrySet().stream()
          .filter(entry -> entry.getValue() <= use.timeMs())
          .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
          .forEach(entry -> given.add(entry.getKey()));
      plain.values().removeIf(dueMs -> dueMs <= use.timeMs());
      given.add("until " + use.timeMs());
    } else if (use.timeMs() < 0) {
      plain.remove(use.key());
    } else {
      plain.put(use.key(), use.timeMs());
    }
  }

  private void set(String key, long dueMs) {
    index.set(key(key), dueMs);
  }

  private String next(long timeMs) {
    Bytes key = index.next(timeMs);
    return key == null ? "-" : text(key);
  }

  private static String text(Bytes key) {
    return new String(key.get(), StandardCharsets.UTF_8);
  }

  private static Bytes key(String key) {
    return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
  }
}
