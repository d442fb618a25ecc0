package io.gatewayanalyzer.app.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The raw record's own timestamp. One without a timestamp gets the time its partition has reached:
 * Kafka Streams' own extractors would stop the line or drop the record.
 */
public final class RecordTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> raw, long partitionTime) {
    return Math.max(0, raw.timestamp() >= 0 ? raw.timestamp() : partitionTime);
  }
}
