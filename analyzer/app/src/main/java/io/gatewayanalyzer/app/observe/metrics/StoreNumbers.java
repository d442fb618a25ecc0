package io.gatewayanalyzer.app.observe.metrics;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** How large the stores on the heap are, as each task says of its part. Thread safe. */
final class StoreNumbers {
  private final ConcurrentHashMap<Part, Size> parts = new ConcurrentHashMap<>();

  private record Part(String store, String task) {}

  private record Size(long entries, long bytes) {}

  void stored(String store, String task, long entries, long bytes) {
    parts.put(new Part(store, task), new Size(entries, bytes));
  }

  void gone(String store, String task) {
    parts.remove(new Part(store, task));
  }

  /** Adds them to what Kafka says of the others. */
  void read(KafkaNumbers.Sums sums) {
    parts.forEach(
        (part, size) -> {
          List<String> labels = List.of(part.store);
          sums.add(ProgramMetrics.STORE_ENTRIES, labels, (double) size.entries);
          sums.add(ProgramMetrics.STORE_BYTES, labels, (double) size.bytes);
        });
  }
}
