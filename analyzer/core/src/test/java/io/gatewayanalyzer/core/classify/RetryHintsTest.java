package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.payload.Headers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHintsTest {
  private static final long NOW = Instant.parse("2026-08-27T00:00:00Z").toEpochMilli();

  private static Headers headers(String... pairs) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return values::get;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "34.4s | 34400",
        "11.054s | 11054",
        "0.5s | 500",
        "1m30s | 90000",
        "6m0s | 360000",
        "1h2m3s | 3723000",
        "500ms | 500",
        "28ms | 28",
        "0.2ms | 1",
        "54.887755558s | 54888",
        "120us | 1",
        "2h | 7200000",
        "1d | 86400000",
        "2 hours and 30 minutes | 9000000",
        "1 hour, 5 min | 3900000",
        "60 | 60000",
        "1.5 | 1500",
        "0 | 0",
        "'  20s ' | 20000",
        "30d | 2592000000"
      })
  void shouldReadDurations(String text, long expected) {
    // when
    long wait = RetryHints.duration(text);
    // then
    assertThat(wait).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "-5s",
        "soon",
        "s",
        "1.s.2",
        "5 apples",
        "1m30",
        "30s1h",
        "31d",
        "99999999999999999999",
        "999999999999999h",
        "1e9",
        "NaN",
        "5s later"
      })
  void shouldIgnoreWhatIsNoDuration(String text) {
    // when
    long wait = RetryHints.duration(text);
    // then
    assertThat(wait).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60 | 60000",
        "0 | 0",
        "0.25 | 250",
        "1m30s | 90000",
        "12ms | 12",
        "Thu, 27 Aug 2026 00:00:20 GMT | 20000",
        "Thursday, 27-Aug-26 00:01:00 GMT | 60000",
        "Thu Aug 27 00:02:00 2026 | 120000",
        "2026-08-27T00:00:05Z | 5000",
        "2026-08-27T00:00:05.250Z | 5250",
        "2026-08-27T08:00:05+08:00 | 5000",
        "Wed, 26 Aug 2026 23:59:59 GMT | -1",
        "Thu, 31 Feb 2026 00:00:20 GMT | -1",
        "Thu, 27 Aug 2027 00:00:20 GMT | -1",
        "-30 | -1",
        "9999999 | -1",
        "tomorrow | -1"
      })
  void shouldReadRetryAfter(String value, long expected) {
    // given
    Headers headers = headers("retry-after", value);
    // when
    long wait = RetryHints.fromHeaders(headers, NOW);
    // then
    assertThat(wait).isEqualTo(expected);
  }

  @Test
  void shouldPreferMilliseconds() {
    // given
    Headers headers =
        headers("retry-after-ms", "1500.5", "x-ms-retry-after-ms", "7", "retry-after", "2");
    // when
    long wait = RetryHints.fromHeaders(headers, NOW);
    // then
    assertThat(wait).isEqualTo(1501);
  }

  @Test
  void shouldTakeZeroMillisecondsAsAbsent() {
    // given
    Headers headers =
        headers("retry-after-ms", "0", "x-ms-retry-after-ms", "0", "retry-after", "1");
    // when
    long wait = RetryHints.fromHeaders(headers, NOW);
    // then
    assertThat(wait).isEqualTo(1000);
  }

  @Test
  void shouldPassOverAValueThatCannotBeUsed() {
    // given
    Headers headers =
        headers("retry-after-ms", "soon", "x-ms-retry-after-ms", "40", "retry-after", "1");
    // when
    long wait = RetryHints.fromHeaders(headers, NOW);
    // then
    assertThat(wait).isEqualTo(40);
  }

  @Test
  void shouldSayNothingWithoutHeaders() {
    // when
    long wait = RetryHints.fromHeaders(Headers.NONE, NOW);
    // then
    assertThat(wait).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-ratelimit-reset | 30 | 30000",
        "x-ratelimit-reset | 1787788830 | 30000",
        "x-ratelimit-reset | 1787788830000 | 30000",
        "x-ratelimit-reset | 1787788830.5 | 30500",
        "x-ratelimit-reset-tokens | 6m0s | 360000",
        "x-ratelimit-reset-requests | 8.64s | 8640",
        "x-ratelimit-reset-requests | 0s | -1",
        "anthropic-ratelimit-tokens-reset | 2026-08-27T00:00:11Z | 11000",
        "ratelimit | '\"api\";r=0;t=295' | 295000",
        "ratelimit-reset | 7 | 7000",
        "x-ratelimit-reset | 1705123516 | -1",
        "x-ratelimit-reset | never | -1"
      })
  void shouldReadResetHeaders(String name, String value, long expected) {
    // given
    Headers headers = headers(name, value);
    // when
    long wait = RetryHints.fromResetHeaders(headers, NOW);
    // then
    assertThat(wait).isEqualTo(expected);
  }

  @Test
  void shouldWaitForTheLimitThatIsUsedUp() {
    // given
    Headers headers =
        headers(
            "x-ratelimit-reset-requests", "24h",
            "x-ratelimit-remaining-requests", "9999",
            "x-ratelimit-reset-tokens", "12s",
            "x-ratelimit-remaining-tokens", "0");
    // when
    long wait = RetryHints.fromResetHeaders(headers, NOW);
    // then
    assertThat(wait).isEqualTo(12_000);
  }

  @Test
  void shouldNotWaitForRequestsThatRemain() {
    // given
    Headers headers =
        headers(
            "x-ratelimit-reset-requests", "24h",
            "x-ratelimit-remaining-requests", "9999",
            "x-ratelimit-reset-tokens", "3s",
            "x-ratelimit-remaining-tokens", "12");
    // when
    long wait = RetryHints.fromResetHeaders(headers, NOW);
    // then
    assertThat(wait).isEqualTo(3_000);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "FALSE,false", "' true ',true", "maybe,", "'',"})
  void shouldReadShouldRetry(String value, Boolean expected) {
    // given
    Headers headers = headers("x-should-retry", value);
    // when
    Boolean retry = RetryHints.shouldRetry(headers);
    // then
    assertThat(retry).isEqualTo(expected);
  }

  @Test
  void shouldNotKnowWhetherToRetryWithoutTheHeader() {
    // when
    Boolean retry = RetryHints.shouldRetry(Headers.NONE);
    // then
    assertThat(retry).isNull();
  }
}
