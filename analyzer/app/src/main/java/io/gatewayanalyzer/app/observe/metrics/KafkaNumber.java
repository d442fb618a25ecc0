package io.gatewayanalyzer.app.observe.metrics;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.MetricName;

/**
 * Where a number of ours is found among Kafka's.
 *
 * @param family ours
 * @param group Kafka's group
 * @param name Kafka's name
 * @param tags Kafka's tags whose values are the first of our labels
 * @param constant value of our last label; null when there is no further one
 * @param average whether the numbers of several clients are averaged, else they are summed up
 */
record KafkaNumber(
    Family family, String group, String name, List<String> tags, String constant, boolean average) {
  private static final String CONSUMER = "consumer-fetch-manager-metrics";
  private static final String TASK = "stream-task-metrics";
  private static final String STORE = "stream-state-metrics";

  static final List<KafkaNumber> ALL =
      List.of(
          sum(ProgramMetrics.KAFKA_LAG, CONSUMER, "records-lag", "topic", "partition"),
          sum(ProgramMetrics.KAFKA_CONSUMED, CONSUMER, "records-consumed-total", "topic"),
          sum(
              ProgramMetrics.KAFKA_PRODUCED,
              "producer-topic-metrics",
              "record-send-total",
              "topic"),
          sum(ProgramMetrics.KAFKA_REBALANCES, "consumer-coordinator-metrics", "rebalance-total"),
          sum(ProgramMetrics.STREAMS_THREADS, "stream-metrics", "alive-stream-threads"),
          sum(ProgramMetrics.STREAMS_DROPPED, TASK, "dropped-records-total"),
          sum(ProgramMetrics.STORE_ENTRIES, STORE, "estimate-num-keys", "rocksdb-state-id"),
          sum(ProgramMetrics.STORE_BYTES, STORE, "total-sst-files-size", "rocksdb-state-id"),
          share("poll"),
          share("process"),
          share("punctuate"),
          share("commit"));

  private static KafkaNumber sum(Family family, String group, String name, String... tags) {
    return new KafkaNumber(family, group, name, List.of(tags), null, false);
  }

  private static KafkaNumber share(String activity) {
    return new KafkaNumber(
        ProgramMetrics.STREAMS_THREAD_RATIO,
        "stream-thread-metrics",
        activity + "-ratio",
        List.of(),
        activity,
        true);
  }

  /** Whether Kafka's number is this one, and no finer or coarser one of the same name. */
  boolean is(MetricName metric) {
    return name.equals(metric.name())
        && group.equals(metric.group())
        && metric.tags().containsKey("partition") == tags.contains("partition")
        && metric.tags().keySet().containsAll(tags);
  }

  /** The values of our labels. */
  List<String> labels(MetricName metric) {
    List<String> labels = new ArrayList<>();
    tags.forEach(tag -> labels.add(metric.tags().get(tag)));
    if (constant != null) {
      labels.add(constant);
    }
    return labels;
  }
}
