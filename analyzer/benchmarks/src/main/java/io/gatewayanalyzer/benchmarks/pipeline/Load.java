package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.benchmarks.Kind;
import io.gatewayanalyzer.benchmarks.RawRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills the raw topic. Each failed request is tried once more, so operations have two attempts
 * where one failed; a millisecond of event time lies between records.
 */
final class Load {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int TEMPLATES = 300;
  private static final int RECORD_BYTES = 1_500;
  private static final long SEED = 20_261_101;

  private final Mix mix;
  private final Map<Kind, Template[]> templates = new EnumMap<>(Kind.class);
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  Load(Mix mix) {
    this.mix = mix;
    for (Kind kind : Kind.values()) {
      byte[][] records = RawRecords.of(kind, TEMPLATES, RECORD_BYTES, SEED);
      if (kind != Kind.GARBAGE) {
        templates.put(kind, Arrays.stream(records).map(Template::new).toArray(Template[]::new));
      }
    }
  }

  /** Writes the records and returns how many bytes their values have together. */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback sees what goes wrong.
  long write(String servers, String topic, long count) {
    long bytes = 0;
    long operation = 0;
    long start = System.currentTimeMillis() - count;
    try (Producer<byte[], byte[]> producer = producer(servers)) {
      for (long i = 0; i < count && failure.get() == null; i++) {
        Kind kind = mix.kind(i);
        Template[] ofKind = templates.get(kind);
        Template template = ofKind[(int) (i % ofKind.length)];
        byte[] time =
            RFC_3339.format(Instant.ofEpochMilli(start + i)).getBytes(StandardCharsets.US_ASCII);
        byte[] value = template.record(i, operation, time);
        bytes += value.length;
        producer.send(
            new ProducerRecord<>(topic, template.requestId(), value),
            (written, thrown) -> failure.compareAndSet(null, thrown));
        operation += kind == Kind.ERROR && mix.kind(i + 1) != Kind.ERROR ? 0 : 1;
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("cannot fill the raw topic", failure.get());
    }
    return bytes;
  }

  private static Producer<byte[], byte[]> producer(String servers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.BATCH_SIZE_CONFIG,
            512 * 1024,
            ProducerConfig.LINGER_MS_CONFIG,
            30,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            64L * 1024 * 1024),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
