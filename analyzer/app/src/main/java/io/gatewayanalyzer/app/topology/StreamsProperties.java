package io.gatewayanalyzer.app.topology;

import static org.apache.kafka.streams.StreamsConfig.adminClientPrefix;
import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ProcessingSettings;
import io.gatewayanalyzer.app.observe.LineWatcher;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** Our settings as Kafka's properties. */
public final class StreamsProperties {
  private static final int MEBIBYTE = 1024 * 1024;

  private StreamsProperties() {}

  /**
   * Properties of Kafka Streams and its clients.
   *
   * @param watcher who is told of dead letters; Kafka makes their handler from the properties it is
   *     started with, whatever the topology was built with
   */
  public static Properties of(AnalyzerConfig config, LineWatcher watcher) {
    Properties properties = of(config);
    properties.put(DeadLetterHandler.WATCHER_CONFIG, watcher);
    return properties;
  }

  /** Properties of Kafka Streams and its clients, of a line that nobody watches. */
  public static Properties of(AnalyzerConfig config) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class);
    processing(properties, config);
    failures(properties, config);
    consumer(properties, config.processing());
    producer(properties, config);
    properties.put(StreamsConfig.topicPrefix(TopicConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    changelogs(properties, Sizes.unknownMessageBytes(config.decode().maxBytes()));
    // Last, so that a user may tune what the guarantees do not rest on.
    properties.putAll(config.kafka().properties());
    return properties;
  }

  /** Properties of an admin client of the same cluster. */
  public static Map<String, Object> admin(AnalyzerConfig config) {
    return client(config, adminClientPrefix(""));
  }

  /** Properties of a consumer of the same cluster; deserializers are the caller's. */
  public static Map<String, Object> consumer(AnalyzerConfig config) {
    return client(config, consumerPrefix(""));
  }

  /**
   * Properties of a producer that fills the raw topics, tuned for throughput and for the largest
   * record the analyzer reads; serializers are the caller's.
   */
  public static Map<String, Object> producer(AnalyzerConfig config) {
    Map<String, Object> properties = batches(config);
    properties.putAll(client(config, producerPrefix("")));
    return properties;
  }

  private static Map<String, Object> client(AnalyzerConfig config, String prefix) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    config
        .kafka()
        .properties()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                properties.put(key.substring(prefix.length()), value);
              } else if (isForAllClients(key)) {
                properties.putIfAbsent(key, value);
              }
            });
    return properties;
  }

  private static boolean isForAllClients(String key) {
    return key.startsWith("ssl.") || key.startsWith("sasl.") || key.equals("security.protocol");
  }

  private static void processing(Properties properties, AnalyzerConfig config) {
    ProcessingSettings processing = config.processing();
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, processing.threads());
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, processing.commitInterval().toMillis());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory(processing).toString());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.topics().replicationFactor());
    // Records wait here per partition; few, for one of them may be as large as a hundred megabytes.
    properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 2_000);
  }

  /**
   * A changelog takes what its input topic takes: an open stream holds its request record. Kafka
   * cleans no file that is still written to and a restart reads it to its end, so the files are as
   * small as the largest record allows.
   */
  private static void changelogs(Properties properties, int bytes) {
    put(properties, StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), bytes);
    put(properties, StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), bytes);
  }

  private static Path stateDirectory(ProcessingSettings processing) {
    return processing.stateDirectory() == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "gateway-analyzer-state")
        : processing.stateDirectory();
  }

  private static void failures(Properties properties, AnalyzerConfig config) {
    properties.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
        config.topics().deadLetters().name());
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(
        DeadLetterHandler.MAX_BYTES_CONFIG, Integer.toString(config.decode().maxBytes()));
  }

  private static void consumer(Properties properties, ProcessingSettings processing) {
    put(properties, consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    put(properties, consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
    // A larger record is still fetched, alone: Kafka returns at least one batch per request.
    put(properties, consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * MEBIBYTE);
    put(properties, consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
    int session = (int) processing.sessionTimeout().toMillis();
    put(properties, consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    put(properties, consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), session / 4);
  }

  private static void producer(Properties properties, AnalyzerConfig config) {
    batches(config).forEach((key, value) -> put(properties, producerPrefix(key), value));
    put(
        properties,
        producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) config.processing().transactionTimeout().toMillis());
  }

  private static Map<String, Object> batches(AnalyzerConfig config) {
    int maxBytes = config.decode().maxBytes();
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, MEBIBYTE / 2);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, config.processing().linger().toMillis());
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Sizes.requestBytes(maxBytes));
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Sizes.bufferBytes(maxBytes));
    return properties;
  }

  private static void put(Properties properties, String key, Object value) {
    properties.put(key, value);
  }
}
