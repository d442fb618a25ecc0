package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.run.InputProgress;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the benchmark asks of the broker besides the work itself. */
final class Cluster implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Admin admin;
  private final Map<String, Object> consumer;
  private final String raw;
  private final int partitions;

  Cluster(AnalyzerConfig config) {
    this.admin = Admin.create(StreamsProperties.admin(config));
    this.consumer = new HashMap<>(StreamsProperties.consumer(config));
    this.raw = Topics.of(config).rawRequests().name();
    this.partitions = Topics.of(config).rawRequests().partitions();
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    consumer.put(ConsumerConfig.CHECK_CRCS_CONFIG, false);
  }

  /** Creates every topic that is missing. */
  void create(AnalyzerConfig config) throws ExecutionException, InterruptedException {
    new TopicCreator(admin).createMissing(Topics.of(config).all());
    if (!admin.listTopics().names().get().contains(Line.COPIES)) {
      NewTopic copies = new NewTopic(Line.COPIES, Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(copies)).all().get();
    }
  }

  /** How many raw records a group has worked off, output included: both are one transaction. */
  long committed(String group) throws ExecutionException, InterruptedException {
    long sum = 0;
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    for (Map.Entry<TopicPartition, OffsetAndMetadata> offset : offsets.entrySet()) {
      boolean counts = offset.getKey().topic().equals(raw) && offset.getValue() != null;
      sum += counts ? offset.getValue().offset() : 0;
    }
    return sum;
  }

  /** Whether a group has read a topic to its end, output included. */
  boolean workedOff(String group, String topic) throws ExecutionException, InterruptedException {
    InputProgress progress = new InputProgress(admin, group);
    return progress.remaining(progress.ends(topic)) == 0;
  }

  /** How many committed records a topic holds. */
  long count(String topic) throws ExecutionException, InterruptedException {
    List<TopicPartition> all = new ArrayList<>();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int i = 0; i < partitions; i++) {
      TopicPartition partition = new TopicPartition(topic, i);
      all.add(partition);
      ends.put(partition, OffsetSpec.latest());
    }
    Map<TopicPartition, Long> end = new HashMap<>();
    admin.listOffsets(ends).all().get().forEach((key, value) -> end.put(key, value.offset()));
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (Consumer<byte[], byte[]> reader = new KafkaConsumer<>(consumer, bytes, bytes)) {
      reader.assign(all);
      reader.seekToBeginning(all);
      long count = 0;
      while (all.stream().anyMatch(partition -> reader.position(partition) < end.get(partition))) {
        count += reader.poll(POLL).count();
      }
      return count;
    }
  }

  /** How many bytes a topic takes in the log, old and new. */
  long bytes(String topic) throws ExecutionException, InterruptedException {
    List<Integer> brokers = admin.describeCluster().nodes().get().stream().map(Node::id).toList();
    long bytes = 0;
    for (Map<String, LogDirDescription> directories :
        admin.describeLogDirs(brokers).allDescriptions().get().values()) {
      for (LogDirDescription directory : directories.values()) {
        bytes +=
            directory.replicaInfos().entrySet().stream()
                .filter(replica -> replica.getKey().topic().equals(topic))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
      }
    }
    return bytes;
  }

  /** Deletes every topic but the raw one and Kafka's own, so that memory lasts. */
  void deleteOutputs() throws ExecutionException, InterruptedException {
    List<String> outputs = outputs();
    admin.deleteTopics(outputs).all().get();
    while (!outputs().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private List<String> outputs() throws ExecutionException, InterruptedException {
    return admin.listTopics().names().get().stream()
        .filter(name -> !name.equals(raw) && !name.startsWith("__"))
        .toList();
  }

  @Override
  public void close() {
    admin.close();
  }
}
