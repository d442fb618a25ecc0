package io.gatewayanalyzer.connect.alertmanager;

/**
 * Where a record stands in Kafka.
 *
 * @param topic the topic
 * @param partition its partition
 * @param offset its place there; later records have higher ones
 */
public record Origin(String topic, int partition, long offset) {
  /** Whether another one is in the same partition and not behind this one. */
  boolean isAtLeast(Origin other) {
    return isIn(other.topic, other.partition) && other.offset <= offset;
  }

  boolean isIn(String otherTopic, int otherPartition) {
    return partition == otherPartition && topic.equals(otherTopic);
  }
}
