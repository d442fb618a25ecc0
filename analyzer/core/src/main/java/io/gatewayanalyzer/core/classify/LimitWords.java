package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.LimitDimension;

/** The words that say what a limit counts, in codes and in prose. */
final class LimitWords {
  private static final String[] CONCURRENCY = {
    "concurren", "parallel", "in flight", "in-flight", "simultaneous", "max_parallel", "并发"
  };
  private static final String[] TOKENS = {"token", "tpm", "tpd", "itpm", "otpm"};
  private static final String[] REQUESTS = {
    "request", "rpm", "rps", "rpd", "qps", "qpm", "calls per", "per minute", "queries", "频率"
  };
  private static final String[] SPEND = {"spend", "budget", "usd", "cost", "credit"};

  private LimitWords() {}

  /** What the words count, in lower case; UNKNOWN for null or when they do not say. */
  static LimitDimension dimension(String words) {
    if (words == null) {
      return LimitDimension.UNKNOWN;
    }
    if (holds(words, CONCURRENCY)) {
      return LimitDimension.CONCURRENCY;
    }
    if (holds(words, TOKENS)) {
      return LimitDimension.TOKENS;
    }
    if (holds(words, SPEND)) {
      return LimitDimension.SPEND;
    }
    return holds(words, REQUESTS) ? LimitDimension.REQUESTS : LimitDimension.UNKNOWN;
  }

  private static boolean holds(String words, String[] signs) {
    for (String sign : signs) {
      if (words.contains(sign)) {
        return true;
      }
    }
    return false;
  }
}
