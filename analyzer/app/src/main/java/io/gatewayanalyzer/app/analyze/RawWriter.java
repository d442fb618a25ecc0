package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends raw records in large batches; the first failure is thrown at the next call. */
final class RawWriter implements AutoCloseable {
  private static final int MEBIBYTE = 1024 * 1024;

  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private long sent;

  RawWriter(AnalyzerConfig config, String topic) {
    this.topic = topic;
    Map<String, Object> settings = StreamsProperties.producer(config);
    int largest = config.decode().maxBytes() + MEBIBYTE;
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, MEBIBYTE);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largest);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * MEBIBYTE + largest);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void send(byte[] record) {
    send(null, record);
  }

  /** Sends a record after those of the same key. */
  void send(byte[] key, byte[] record) {
    check();
    // The callback says how it went.
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(topic, key, record),
            (metadata, thrown) -> {
              if (thrown != null) {
                failure.compareAndSet(null, thrown);
              }
            });
    sent++;
  }

  /** Waits until everything has arrived. */
  void flush() {
    producer.flush();
    check();
  }

  /** Records given to {@link #send}. */
  long sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private void check() {
    if (failure.get() != null) {
      throw new IllegalStateException("a raw record could not be written", failure.get());
    }
  }
}
