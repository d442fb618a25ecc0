package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.app.observe.SpanResult;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What became of how many spans, since the start. Thread safe. */
final class SpanCounts {
  private final Map<SpanResult, LongAdder> counts = new EnumMap<>(SpanResult.class);

  SpanCounts() {
    for (SpanResult result : SpanResult.values()) {
      counts.put(result, new LongAdder());
    }
  }

  void add(SpanResult result, int spans) {
    counts.get(result).add(spans);
  }

  long of(SpanResult result) {
    return counts.get(result).sum();
  }
}
