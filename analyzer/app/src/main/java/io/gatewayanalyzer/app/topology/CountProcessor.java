package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.event.Attempt;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Node {@code count}: attempts and operations in, sums for the policies out. */
final class CountProcessor implements Processor<byte[], Object, byte[], byte[]> {
  /** Nobody waits longer for what belongs to an operation; what is later has a wrong clock. */
  private static final long LONGEST_WAIT_MS = 3_600_000;

  private final CountFlush flush;
  private EventClock clock;

  CountProcessor(Policies policies, Drain drain) {
    this.flush = new CountFlush(policies, Names.COUNT_COMMITS, drain);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    clock = context.<TaskClock>getStateStore(Names.ATTEMPT_CLOCK).clock();
    flush.init(context, clock::timeMs);
  }

  @Override
  public void process(Record<byte[], Object> record) {
    if (record.value() instanceof Attempt attempt) {
      flush.counter().add(attempt);
    } else if (record.value() instanceof Correlated.Closed closed) {
      flush.counter().add(closed.operation(), closedMs(closed));
    }
    flush.counted(record.timestamp());
  }

  private long closedMs(Correlated.Closed closed) {
    long nowMs = clock.timeMs();
    return closed.closedMs() <= nowMs + LONGEST_WAIT_MS ? closed.closedMs() : Math.max(0, nowMs);
  }
}
