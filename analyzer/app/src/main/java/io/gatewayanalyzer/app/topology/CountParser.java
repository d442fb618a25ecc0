package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.DeltasReader;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Node {@code read-counts}: the sums of a record scope by scope, and what says how far time has
 * come.
 */
final class CountParser implements Processor<byte[], byte[], byte[], Counted> {
  private final DeltasReader deltas = new DeltasReader();
  private final LineWatcher watcher;
  private ProcessorContext<byte[], Counted> context;

  CountParser(LineWatcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public void init(ProcessorContext<byte[], Counted> given) {
    context = given;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    watcher.read(Stage.ALERT);
    deltas.read(
        record.value(),
        new DeltasReader.Taker() {
          @Override
          public void take(byte[] key, List<Delta> deltas) {
            context.forward(new Record<>(key, new Counted.Sums(deltas), record.timestamp()));
          }

          @Override
          public void reached(String source, long clockMs) {
            context.forward(
                new Record<>(record.key(), new Counted.Until(source, clockMs), record.timestamp()));
          }
        });
  }
}
