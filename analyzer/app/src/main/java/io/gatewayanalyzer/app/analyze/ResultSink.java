package io.gatewayanalyzer.app.analyze;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what comes out of the line, record by record, from one thread at a time. */
public interface ResultSink {
  /** A record of the attempts topic. */
  void attempt(ConsumerRecord<byte[], byte[]> attempt);

  /** A record of the errors topic. */
  void error(ConsumerRecord<byte[], byte[]> error);

  /** A record of the operations topic. */
  void operation(ConsumerRecord<byte[], byte[]> operation);

  /** A record of the alerts topic. */
  void alert(ConsumerRecord<byte[], byte[]> alert);

  /** A record of the unknown topic. */
  void unknown(ConsumerRecord<byte[], byte[]> unknown);
}
