package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.serde.AttemptJson;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes attempts: operations that begin with a failure, and successes that end the oldest. */
final class OpenLoad implements AutoCloseable {
  private static final Origin ORIGIN =
      new Origin(
          "openrouter",
          Api.CHAT_COMPLETIONS,
          "anthropic",
          "claude-sonnet-4.5",
          null,
          "acme",
          "key_7",
          "openai-python/2.8.0",
          "prod");
  private static final ErrorCategory FAILURE = ErrorCategory.RATE_LIMITED;
  private static final long START_MS = 1_793_534_400_000L;
  private static final long GRACE_OVER_MS = 60_000;

  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final AttemptJson json = new AttemptJson();
  private final Topic topic;
  private final Producer<byte[], byte[]> producer;
  private long nowMs = START_MS;
  private int opened;
  private int closed;
  private int ticks;

  OpenLoad(AnalyzerConfig config) {
    this.topic = Topics.of(config).attempts();
    this.producer =
        new KafkaProducer<>(
            StreamsProperties.producer(config),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Opens operations until so many are open. */
  void open(int target) {
    while (opened - closed < target) {
      send(opened % topic.partitions(), attempt(opened++, 1, KeyBasis.IDEMPOTENCY_KEY, failed()));
    }
    flush();
  }

  /** Closes the oldest ones: a success each, then time passes. */
  void close(int count) {
    for (int i = 0; i < count; i++) {
      send(closed % topic.partitions(), attempt(closed++, 2, KeyBasis.IDEMPOTENCY_KEY, null));
    }
    nowMs += GRACE_OVER_MS;
    for (int partition = 0; partition < topic.partitions(); partition++) {
      send(partition, attempt(--ticks, 1, KeyBasis.REQUEST_ID, null));
    }
    flush();
  }

  /** How many operations must have been told by now. */
  long told() {
    return (long) closed - ticks;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback sees what goes wrong.
  private void send(int partition, Attempt attempt) {
    byte[] key = attempt.operationId().getBytes(StandardCharsets.UTF_8);
    producer.send(
        new ProducerRecord<>(topic.name(), partition, key, json.write(attempt)),
        (written, thrown) -> failure.compareAndSet(null, thrown));
  }

  private void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new IllegalStateException("cannot fill the attempts topic", failure.get());
    }
  }

  private Attempt attempt(long operation, int number, KeyBasis basis, Verdict verdict) {
    long timeMs = nowMs++;
    return new Attempt(
        id("request-" + number, operation),
        id("operation", operation),
        basis,
        timeMs,
        timeMs,
        0,
        ORIGIN,
        verdict == null ? 200 : 429,
        false,
        null,
        ChunkLoss.NONE,
        verdict,
        verdict == null ? null : "Slow down.",
        "benchmark",
        800,
        200,
        0.00123,
        Double.NaN,
        id("trace", operation).replace("-", ""),
        id("span", operation).substring(19).replace("-", ""),
        new RawRef("raw", 0, operation));
  }

  /** As good as random, for an id that compresses would flatter the changelog. */
  private static String id(String kind, long number) {
    return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Verdict failed() {
    return new Verdict(
        FAILURE,
        FAILURE.defaultFaultDomain(),
        Phase.BEFORE_RESPONSE,
        true,
        FAILURE.defaultRetryAdvice(),
        20_000,
        LimitSource.PROVIDER,
        LimitDimension.TOKENS,
        CreditScope.UNKNOWN,
        "openrouter/rate-limited",
        Basis.DECLARED,
        true,
        "0123456789abcdef");
  }

  @Override
  public void close() {
    producer.close();
  }
}
