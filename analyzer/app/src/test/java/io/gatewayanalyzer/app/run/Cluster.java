package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigReader;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with our topics, and the few things a test does with it. */
public final class Cluster implements AutoCloseable {
  /** Times as short as a broker allows, so that a killed instance is replaced soon. */
  private static final String SHORT_TIMES =
      "processing: {transaction-timeout: 6s, session-timeout: 6s}\n"
          + "topics: {raw-requests: {partitions: 3}, attempts: {partitions: 4}}\n";

  private final EmbeddedBroker broker = EmbeddedBroker.start();
  private final AnalyzerConfig config;
  private final Topics topics;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Starts the broker and creates the topics. */
  public Cluster() throws Exception {
    this.config = config(broker.bootstrapServers());
    this.topics = Topics.of(config);
    this.admin = Kafka.connect(config);
    new TopicCreator(admin).createMissing(topics.all());
    ByteArraySerializer write = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(StreamsProperties.producer(config), write, write);
  }

  /** The settings that every instance on a test's broker has. */
  public static AnalyzerConfig config(String bootstrapServers) {
    return ConfigReader.parse("test", SHORT_TIMES).withBootstrapServers(bootstrapServers);
  }

  /** Settings to reach this cluster. */
  public AnalyzerConfig config() {
    return config;
  }

  /** The topics of this cluster. */
  public Topics topics() {
    return topics;
  }

  /** A client of this cluster. */
  public Admin admin() {
    return admin;
  }

  /** Sends raw records and waits until all have arrived. */
  public void send(List<byte[]> values) {
    for (byte[] value : values) {
      var unused = producer.send(new ProducerRecord<>(topics.rawRequests().name(), value));
    }
    producer.flush();
  }

  /** Sends the chunks of streams, in order, by request id, and waits until all have arrived. */
  public void sendChunks(Map<String, List<byte[]>> chunks) {
    chunks.forEach(
        (requestId, values) -> {
          byte[] key = requestId.getBytes(StandardCharsets.UTF_8);
          for (byte[] value : values) {
            var unused =
                producer.send(new ProducerRecord<>(topics.rawStreams().name(), key, value));
          }
        });
    producer.flush();
  }

  /** Waits until all requests and chunks sent so far have reached their streams. */
  public void awaitStreamsRead(Duration most) throws Exception {
    awaitRead(topics.rawRequests(), most);
    awaitRead(topics.rawStreams(), most);
    awaitRead(topics.streamInputs(), most);
  }

  /** Waits until everything sent so far is committed by the analyzer. */
  public void awaitDrained(Duration most) throws Exception {
    awaitRead(topics.rawRequests(), most);
    awaitRead(topics.attempts(), most);
  }

  private void awaitRead(Topic topic, Duration most) throws Exception {
    InputProgress progress = new InputProgress(admin, config.applicationId());
    Map<TopicPartition, Long> ends = progress.ends(topic.name());
    Eventually.until(most, topic.name() + " read", () -> progress.remaining(ends) == 0);
  }

  /** Reads what is committed, up to the end; waits for open transactions to end. */
  public List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<String, Object> properties = StreamsProperties.consumer(config);
    properties.put("isolation.level", "read_committed");
    ByteArrayDeserializer read = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, read, read);
        KafkaConsumer<byte[], byte[]> uncommitted =
            new KafkaConsumer<>(StreamsProperties.consumer(config), read, read)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = uncommitted.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("a transaction stays open in " + topic.name());
        }
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    broker.close();
  }
}
