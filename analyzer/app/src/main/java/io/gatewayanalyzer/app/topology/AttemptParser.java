package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.app.serde.AttemptReader;
import io.gatewayanalyzer.core.event.Attempt;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Node {@code read-attempts}: reads each attempt once for all that want it. */
final class AttemptParser implements Processor<byte[], byte[], byte[], Attempt> {
  private final AttemptReader attempts = new AttemptReader();
  private final LineWatcher watcher;
  private ProcessorContext<byte[], Attempt> context;

  AttemptParser(LineWatcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public void init(ProcessorContext<byte[], Attempt> given) {
    context = given;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Attempt attempt = attempts.read(record.value());
    watcher.read(Stage.CORRELATE);
    watcher.attempt(attempt, context.currentSystemTimeMs());
    context.forward(record.withValue(attempt));
  }
}
