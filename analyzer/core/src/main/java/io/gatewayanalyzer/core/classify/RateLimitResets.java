package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.payload.Headers;
import java.util.List;
import java.util.Locale;

/**
 * When the rate limits that headers report start anew, in the dialects of OpenAI and Azure, of
 * Anthropic, of OpenRouter and Together, and of the IETF draft.
 */
final class RateLimitResets {
  /** One limit's pair of headers; a request limit with something remaining refused nobody. */
  private record Limit(String reset, String remaining, boolean countsRequests) {}

  private static final List<Limit> LIMITS =
      List.of(
          limit("x-ratelimit-reset-requests", "x-ratelimit-remaining-requests"),
          limit("x-ratelimit-reset-tokens", "x-ratelimit-remaining-tokens"),
          limit("x-ratelimit-reset-input-images", "x-ratelimit-remaining-input-images"),
          limit("anthropic-ratelimit-requests-reset", "anthropic-ratelimit-requests-remaining"),
          limit("anthropic-ratelimit-tokens-reset", "anthropic-ratelimit-tokens-remaining"),
          limit(
              "anthropic-ratelimit-input-tokens-reset",
              "anthropic-ratelimit-input-tokens-remaining"),
          limit(
              "anthropic-ratelimit-output-tokens-reset",
              "anthropic-ratelimit-output-tokens-remaining"),
          limit("x-ratelimit-reset", "x-ratelimit-remaining"),
          limit("x-rate-limit-reset", "x-rate-limit-remaining"),
          limit("ratelimit-reset", "ratelimit-remaining"));

  private RateLimitResets() {}

  private static Limit limit(String reset, String remaining) {
    return new Limit(reset, remaining, remaining.endsWith("requests"));
  }

  /** The longest reset of the limits that are used up; of all possible causes if none is. */
  static long read(Headers headers, long nowMs) {
    long exhausted = -1;
    long possible = ietf(headers.get("ratelimit"));
    for (Limit limit : LIMITS) {
      long wait = wait(headers.get(limit.reset), nowMs);
      if (wait > 0) {
        String remaining = headers.get(limit.remaining);
        boolean none = remaining != null && remaining.strip().equals("0");
        exhausted = none ? Math.max(exhausted, wait) : exhausted;
        boolean refuses = none || remaining == null || !limit.countsRequests;
        possible = refuses ? Math.max(possible, wait) : possible;
      }
    }
    return exhausted > 0 ? exhausted : possible;
  }

  private static long wait(String value, long nowMs) {
    long wait = RetryHints.waitOrDate(value, nowMs);
    if (wait >= 0 || value == null) {
      return wait;
    }
    String text = value.strip();
    TimeText reader = new TimeText(text, 0, text.length());
    long instant = reader.instant(0, nowMs);
    return reader.atEnd() ? RetryHints.until(instant, nowMs) : -1;
  }

  /** {@code "api";r=0;t=295}: t is the seconds until the quota is restored. */
  private static long ietf(String value) {
    for (String part : value == null ? new String[0] : value.split(";", 8)) {
      String parameter = part.strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("t=") || parameter.startsWith("reset=")) {
        long wait = RetryHints.duration(parameter.substring(parameter.indexOf('=') + 1));
        return wait > 0 ? wait : -1;
      }
    }
    return -1;
  }
}
