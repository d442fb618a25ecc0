package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.LimitDimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The words that say what a limit counts, in codes and in prose; the first kind found decides. */
final class LimitWords {
  private static final Map<LimitDimension, List<String>> SIGNS =
      new EnumMap<>(
          Map.of(
              LimitDimension.CONCURRENCY,
              List.of("concurren", "parallel", "in flight", "in-flight", "simultaneous", "并发"),
              LimitDimension.TOKENS,
              List.of("token", "tpm", "tpd"),
              LimitDimension.SPEND,
              List.of("spend", "budget", "usd", "cost", "credit"),
              LimitDimension.REQUESTS,
              List.of("request", "rpm", "rps", "rpd", "qps", "qpm", "calls per", "queries", "频率")));

  /** A limit on tokens speaks of requests too, so requests come last. */
  private static final List<LimitDimension> ORDER =
      List.of(
          LimitDimension.CONCURRENCY,
          LimitDimension.TOKENS,
          LimitDimension.SPEND,
          LimitDimension.REQUESTS);

  private final PhraseMatcher matcher;
  private final LimitDimension[] dimensions;
  private final PhraseMatcher.Hits hits;

  /** A reader of prose; reuses its buffers, so it belongs to one thread. */
  LimitWords() {
    List<Phrase> phrases = new ArrayList<>();
    List<LimitDimension> list = new ArrayList<>();
    for (LimitDimension dimension : ORDER) {
      for (String sign : SIGNS.get(dimension)) {
        phrases.add(Phrase.of(sign));
        list.add(dimension);
      }
    }
    matcher = new PhraseMatcher(phrases);
    dimensions = list.toArray(new LimitDimension[0]);
    hits = new PhraseMatcher.Hits(matcher);
  }

  /** What a message counts; UNKNOWN for null or when it does not say. */
  LimitDimension inProse(String message) {
    matcher.match(message, hits);
    int first = dimensions.length;
    for (int i = 0; i < hits.count(); i++) {
      first = Math.min(first, hits.phrase(i));
    }
    return first == dimensions.length ? LimitDimension.UNKNOWN : dimensions[first];
  }

  /** What a machine word counts, in lower case; UNKNOWN for null or when it does not say. */
  static LimitDimension inWord(String word) {
    if (word != null) {
      for (LimitDimension dimension : ORDER) {
        for (String sign : SIGNS.get(dimension)) {
          if (word.contains(sign)) {
            return dimension;
          }
        }
      }
    }
    return LimitDimension.UNKNOWN;
  }
}
