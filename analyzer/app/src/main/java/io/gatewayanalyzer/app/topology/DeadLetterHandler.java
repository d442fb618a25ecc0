package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when our own code throws. Left of the attempts topic the raw record becomes a dead
 * letter and the line goes on; right of it, and in timers, the line stops, for there a replay would
 * count twice. Kafka calls this through its configuration.
 */
public final class DeadLetterHandler implements ProcessingExceptionHandler {
  static final String MAX_BYTES_CONFIG = "gateway.analyzer.dead-letter.max-bytes";

  /** A {@link LineWatcher}, itself and not its name; none when nobody watches. */
  static final String WATCHER_CONFIG = "gateway.analyzer.dead-letter.watcher";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

  private LineWatcher watcher = LineWatcher.NOBODY;
  private String topic;
  private int maxBytes;

  @Override
  public void configure(Map<String, ?> configs) {
    topic = (String) configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    if (configs.get(WATCHER_CONFIG) instanceof LineWatcher given) {
      watcher = given;
    }
    maxBytes = Integer.parseInt(String.valueOf(configs.get(MAX_BYTES_CONFIG)));
  }

  @Override
  public Response handleError(ErrorHandlerContext at, Record<?, ?> record, Exception exception) {
    boolean resume = mayResume(at, exception);
    // Class and place only: a message may quote the record.
    LOG.error(
        "{} in node {} at {}-{}-{}: {}",
        exception.getClass().getName(),
        at.processorNodeId(),
        at.topic(),
        at.partition(),
        at.offset(),
        resume ? "set aside as dead letter" : "stopping");
    if (!resume) {
      return Response.fail();
    }
    watcher.deadLetter();
    ProducerRecord<byte[], byte[]> letter = DeadLetter.of(topic, at, exception, maxBytes);
    return Response.resume(List.of(letter));
  }

  /** Kafka's own exceptions pass a node on their way up; they mean a broken world, not a record. */
  private static boolean mayResume(ErrorHandlerContext at, Exception exception) {
    return Names.LEFT_OF_ATTEMPTS.contains(at.processorNodeId())
        && at.offset() >= 0
        && !(exception instanceof KafkaException);
  }
}
