package io.gatewayanalyzer.app.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the analyzer is through its input: committed offsets against the end of the raw topic.
 * What is committed is also visible in the output topics, for both are one transaction.
 */
public final class InputProgress {
  private final Admin admin;
  private final String applicationId;

  /** Works through a client that the caller closes. */
  public InputProgress(Admin admin, String applicationId) {
    this.admin = admin;
    this.applicationId = applicationId;
  }

  /** Where the topic ends now, by partition. */
  public Map<TopicPartition, Long> ends(String topic)
      throws ExecutionException, InterruptedException {
    int partitions =
        admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic).partitions().size();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(latest).all().get().forEach((at, end) -> ends.put(at, end.offset()));
    return ends;
  }

  /** How many records before these ends are not yet committed; 0 means done. */
  public long remaining(Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata().get();
    long remaining = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata at = committed.get(end.getKey());
      remaining += Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
    }
    return remaining;
  }
}
