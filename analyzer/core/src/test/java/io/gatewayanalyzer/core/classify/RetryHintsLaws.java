package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.payload.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RetryHintsLaws {
  private static final long NOW = Instant.parse("2026-08-27T00:00:00Z").toEpochMilli();

  @Property
  void shouldAnswerForAnyText(@ForAll("texts") String text, @ForAll long nowMs) {
    // given
    Headers headers = name -> text;
    // when
    long[] waits = {
      RetryHints.duration(text),
      RetryHints.fromHeaders(headers, nowMs),
      RetryHints.fromResetHeaders(headers, nowMs),
      RetryHints.fromProse(text, nowMs)
    };
    // then
    RetryHints.shouldRetry(headers);
    for (long wait : waits) {
      assertThat(wait).isBetween(-1L, RetryHints.MAX_WAIT_MS);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "try again in ",
            "retry after ",
            "resets at ",
            "wait ",
            "请在 ",
            "秒后重试",
            "retry-after:",
            "9999999999999",
            "2026-02-30",
            "2026-08-27T",
            "00:15:18",
            " UTC",
            "+08:00",
            ".",
            "5",
            "1h",
            "30 s",
            "ms",
            "Sun, ",
            "06 Nov ",
            "1994 ",
            "-",
            "\uD83D",
            "\u0000",
            "0");
    Arbitrary<String> grown = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(200), grown);
  }

  @Property
  void shouldReadBackAnyDuration(@ForAll @LongRange(min = 0, max = 2_592_000_000L) long ms) {
    // given
    Duration duration = Duration.ofMillis(ms);
    String text =
        String.format(
            Locale.ROOT,
            "%dh%dm%d.%03ds",
            duration.toHours(),
            duration.toMinutesPart(),
            duration.toSecondsPart(),
            duration.toMillisPart());
    // when
    long[] waits = {
      RetryHints.duration(text),
      RetryHints.duration(ms + "ms"),
      RetryHints.fromProse("Rate limit reached (5 s). Try again in " + text + ".", NOW)
    };
    // then
    assertThat(waits).containsOnly(ms);
  }

  @Property
  void shouldWaitUntilAnHttpDate(
      @ForAll @IntRange(max = 2_592_000) int seconds, @ForAll("dateFormats") String format) {
    // given
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
    String date =
        formatter.format(Instant.ofEpochMilli(NOW).plusSeconds(seconds).atZone(ZoneOffset.UTC));
    // when
    long wait = RetryHints.fromHeaders(name -> name.equals("retry-after") ? date : null, NOW);
    // then
    assertThat(wait).isEqualTo(seconds * 1_000L);
  }

  @Provide
  Arbitrary<String> dateFormats() {
    return Arbitraries.of(
        "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
        "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
        "EEE MMM ppd HH:mm:ss yyyy",
        "yyyy-MM-dd'T'HH:mm:ssXXX",
        "yyyy-MM-dd HH:mm:ss 'UTC'");
  }
}
