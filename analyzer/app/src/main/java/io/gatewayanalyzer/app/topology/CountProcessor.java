package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Attempt;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Node {@code count}: attempts and operations in, sums for the policies out. */
final class CountProcessor implements Processor<byte[], Object, Scope, Delta> {
  private final CountFlush flush;

  CountProcessor(Policies policies, Drain drain) {
    this.flush = new CountFlush(policies, Names.COUNT_COMMITS, drain);
  }

  @Override
  public void init(ProcessorContext<Scope, Delta> context) {
    TaskClock clock = context.getStateStore(Names.ATTEMPT_CLOCK);
    flush.init(context, () -> clock.clock().timeMs());
  }

  @Override
  public void process(Record<byte[], Object> record) {
    if (record.value() instanceof Attempt attempt) {
      flush.counter().add(attempt);
    } else if (record.value() instanceof Correlated.Closed closed) {
      flush.counter().add(closed.operation(), closed.closedMs());
    }
    flush.counted(record.timestamp());
  }
}
