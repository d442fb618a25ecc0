package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.serde.AttemptReader;
import io.gatewayanalyzer.core.event.Attempt;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Node {@code read-attempts}: reads each attempt once for all that want it. */
final class AttemptParser implements Processor<byte[], byte[], byte[], Attempt> {
  private final AttemptReader attempts = new AttemptReader();
  private ProcessorContext<byte[], Attempt> context;

  @Override
  public void init(ProcessorContext<byte[], Attempt> given) {
    context = given;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    context.forward(record.withValue(attempts.read(record.value())));
  }
}
