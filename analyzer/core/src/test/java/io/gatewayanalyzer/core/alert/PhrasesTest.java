package io.gatewayanalyzer.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void shouldSaySharesInPercent() {
    // When
    List<String> said =
        DoubleStream.of(0, 0.0005, 0.01, 0.387, 0.5, 1).mapToObj(Phrases::percent).toList();

    // Then
    assertThat(said).containsExactly("0 %", "0.05 %", "1 %", "38.7 %", "50 %", "100 %");
  }

  @Test
  void shouldSayTimesInTheUnitThatFits() {
    // When
    List<String> said =
        LongStream.of(
                10_000,
                60_000,
                90_000,
                230_000,
                300_000,
                690_000,
                3_600_000,
                9_000_000,
                86_400_000,
                172_800_000)
            .mapToObj(Phrases::span)
            .toList();

    // Then
    assertThat(said)
        .containsExactly(
            "10 s", "1 min", "90 s", "3.8 min", "5 min", "11.5 min", "1 h", "2.5 h", "24 h", "2 d");
  }

  @Test
  void shouldCountInEnglish() {
    // When
    List<String> said =
        List.of(
            Phrases.count(0, "request"),
            Phrases.count(1, "request"),
            Phrases.count(1_204, "request"),
            Phrases.count(2, "retry"));

    // Then
    assertThat(said).containsExactly("0 requests", "1 request", "1,204 requests", "2 retries");
  }

  @Test
  void shouldKeepLabelsOnOneShortLine() {
    // When
    String tenant =
        ScopeLabels.of("g", "account", "tenant", "a\nb" + "c".repeat(500)).get("tenant");

    // Then
    assertThat(tenant).hasSize(200).startsWith("a bc");
  }

  @Test
  void shouldSayMoneyInDollars() {
    // When
    List<String> said = DoubleStream.of(3.2, -0.5, 1234).mapToObj(Phrases::usd).toList();

    // Then
    assertThat(said).containsExactly("$3.20", "-$0.50", "$1,234.00");
  }
}
