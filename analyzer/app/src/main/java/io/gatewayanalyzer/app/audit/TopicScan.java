package io.gatewayanalyzer.app.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics once, committed records only, as they are at the moment of the call. */
final class TopicScan {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int STILL_POLLS = 100;

  private final Admin admin;
  private final Map<String, Object> consumerSettings;

  TopicScan(Admin admin, Map<String, Object> consumerSettings) {
    this.admin = admin;
    this.consumerSettings = consumerSettings;
    consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumerSettings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
  }

  /** The partitions of a topic. */
  List<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    List<TopicPartition> partitions = new ArrayList<>();
    description.partitions().forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    return partitions;
  }

  /** The offsets of these partitions, as the specification asks. */
  Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new java.util.HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    Map<TopicPartition, Long> offsets = new java.util.HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> one :
        admin.listOffsets(asked).all().get().entrySet()) {
      offsets.put(one.getKey(), one.getValue().offset());
    }
    return offsets;
  }

  /**
   * Hands over every record of a topic.
   *
   * @throws IllegalStateException when a transaction stays open, so that the end is not visible
   */
  void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      int still = 0;
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        records.forEach(reader);
        still = records.isEmpty() ? still + 1 : 0;
        if (still > STILL_POLLS) {
          throw new IllegalStateException("the end of " + topic + " is in an open transaction");
        }
      }
    }
  }
}
