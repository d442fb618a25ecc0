package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.event.RawRef;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Kafka's place of a record as our own noun. */
final class RawRefs {
  private RawRefs() {}

  static RawRef of(RecordMetadata place) {
    return new RawRef(place.topic(), place.partition(), place.offset());
  }
}
