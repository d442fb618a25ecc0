package io.gatewayanalyzer.connect.sink;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** A worker that remembers what its task asks for. */
final class FakeSinkContext implements SinkTaskContext {
  private final Map<TopicPartition, Long> rewound = new LinkedHashMap<>();
  private final Map<SinkRecord, Throwable> deadLetters = new LinkedHashMap<>();

  Map<TopicPartition, Long> rewound() {
    return rewound;
  }

  Map<SinkRecord, Throwable> deadLetters() {
    return deadLetters;
  }

  @Override
  public ErrantRecordReporter errantRecordReporter() {
    return (record, error) -> {
      if (deadLetters.put(record, error) != null) {
        throw new AssertionError("reported twice");
      }
      return CompletableFuture.completedFuture(null);
    };
  }

  @Override
  public void offset(Map<TopicPartition, Long> offsets) {
    rewound.putAll(offsets);
  }

  @Override
  public void offset(TopicPartition partition, long offset) {
    rewound.put(partition, offset);
  }

  @Override
  public void timeout(long timeoutMs) {
    // nothing is waited for
  }

  @Override
  public Set<TopicPartition> assignment() {
    return rewound.keySet();
  }

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public void pause(TopicPartition... partitions) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void resume(TopicPartition... partitions) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PluginMetrics pluginMetrics() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void requestCommit() {
    throw new UnsupportedOperationException();
  }
}
