package io.gatewayanalyzer.core.count;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What was taken from counters, added up. */
final class Cells {
  private final Map<Long, Map<Place, Counts>> byBucket = new TreeMap<>();

  /** Takes all that a counter holds. */
  Cells take(Counter counter) {
    counter.takeAll(this::add);
    return this;
  }

  /** The only cell. */
  Counts only() {
    if (byBucket.size() != 1 || byBucket.values().iterator().next().size() != 1) {
      throw new AssertionError("not one cell: " + byBucket);
    }
    return byBucket.values().iterator().next().values().iterator().next();
  }

  /** Start of the only stretch, epoch milliseconds. */
  long bucketMs() {
    return byBucket.keySet().iterator().next();
  }

  Place place() {
    return byBucket.values().iterator().next().keySet().iterator().next();
  }

  Map<Long, Map<Place, Counts>> byBucket() {
    return byBucket;
  }

  private void add(long bucketMs, Place place, Counts counts) {
    byBucket
        .computeIfAbsent(bucketMs, any -> new LinkedHashMap<>())
        .computeIfAbsent(place, any -> new Counts())
        .add(counts);
  }
}
