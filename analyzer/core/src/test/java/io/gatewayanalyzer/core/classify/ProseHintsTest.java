package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseHintsTest {
  private static final long NOW = Instant.parse("2026-08-27T00:00:00Z").toEpochMilli();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Limit 30000, Used 22999, Requested 12528. Please try again in 11.054s. Visit us | 11054",
        "tier. Please retry after 22 seconds. Please go here | 22000",
        "limit: 2 Please retry in 54.887755558s. | 54888",
        "Rate limit reached, please try again in 28ms. | 28",
        "Too many requests; retry after 60 seconds | 60000",
        "Please try again in 5 minutes | 300000",
        "Quota used. Please wait 3 hours before the next request. | 10800000",
        "please wait for about 30 seconds | 30000",
        "Please wait at least 10 seconds and try again | 10000",
        "Your quota will reset after 1h2m3s. | 3723000",
        "Limit resets at: 2026-08-27 00:15:18 UTC | 918000",
        "Limit resets at 2026-08-27T00:15:18Z. | 918000",
        "It will reset at 2026-08-27 08:15:18 +0800 CST | 918000",
        "Daily allowance is used; it resets at 06:30 UTC | 23400000",
        "try again in 1m26.4s | 86400",
        "Please try again in 6m0s. | 360000",
        "retry your request after 2 minutes and 5 seconds | 125000",
        "Retry-After: 7 | 7000",
        "{'retryDelay': '24s'} | 24000",
        "{\\\"retry_after\\\": 3, \\\"code\\\": 5} | 3000",
        "{\"retry_after_ms\":1500} | 1500",
        "{\"resets_in_seconds\":90} | 90000",
        "{\"resets_at\":1787788830} | 30000",
        "usage limit reached¦1787788830 | 30000",
        "The model is loading, available again in 20s | 20000",
        "Try again in 60 seconds. Passed model=m-20240307. Try again in 90 seconds. | 60000",
        "retry after 3 attempts or try again in 4s | 4000",
        "in 5s; try again in 20 s, 3 min window | 20000"
      })
  void shouldReadEnglishAdvice(String message, long expected) {
    // when
    long wait = RetryHints.fromProse(message.replace('¦', '|'), NOW);
    // then
    assertThat(wait).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "请求过于频繁，请在 30 秒后重试 | 30000",
        "请 5 分钟后再试 | 300000",
        "请于1小时后重新尝试 | 3600000",
        "并发过高，请等待10秒 | 10000",
        "请1分30秒后再次请求 | 90000",
        "500毫秒后重试 | 500",
        "您的限额将在 2026-08-27 08:15:18 重置。 | 918000",
        "重置时间：2026-08-27 08:15:18 | 918000"
      })
  void shouldReadChineseAdvice(String message, long expected) {
    // when
    long wait = RetryHints.fromProse(message, NOW);
    // then
    assertThat(wait).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Rate limit exceeded: 100 requests per 60 seconds",
        "If you created the deployment within the last 5 minutes, please wait a moment",
        "The model timed out after 30 seconds",
        "upstream connect error or disconnect/reset before headers. reset reason: timeout 5s",
        "Request waited 30s in the queue",
        "max wait 30s exceeded",
        "retry after 3 attempts",
        "try again in a few seconds",
        "Do not retry in 5 minutes",
        "entry after 5s",
        "Limit resets at 2026-08-26 00:15:18 UTC",
        "try again in 40 days",
        "try again at 2026-13-45 99:99",
        "每5分钟最多100次请求",
        "已达到 5 小时的使用上限",
        "this model's maximum context length is 8192 tokens"
      })
  void shouldNotBeFooledByOtherNumbers(String message) {
    // when
    long wait = RetryHints.fromProse(message, NOW);
    // then
    assertThat(wait).isEqualTo(-1);
  }

  @Test
  void shouldReadOnlyTheStart() {
    // given
    String message = "x ".repeat(3_000) + "try again in 5s";
    // when
    long wait = RetryHints.fromProse(message, NOW);
    // then
    assertThat(wait).isEqualTo(-1);
  }

  @Test
  void shouldTakeNullAsAbsent() {
    // when
    long wait = RetryHints.fromProse(null, NOW);
    // then
    assertThat(wait).isEqualTo(-1);
  }
}
