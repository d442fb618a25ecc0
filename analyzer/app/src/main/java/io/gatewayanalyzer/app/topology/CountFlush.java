package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.store.BeforeCommit;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Sorter;
import io.gatewayanalyzer.core.count.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What one task has counted since its last commit, sent on just before the next: nobody could read
 * it earlier, and what is not sent at a commit would be lost with the task. So nothing has to be
 * logged.
 */
final class CountFlush {
  /** More than this is sent at once, so that a long commit interval costs no memory. */
  static final int MOST_CELLS = 20_000;

  private static final Duration DRAIN_TICK = Duration.ofMillis(50);

  private final Counter counter = new Counter();
  private final Sorter sorter;
  private final String commits;
  private final Drain drain;
  private ProcessorContext<byte[], byte[]> context;
  private LongSupplier clock;
  private String source;
  private long recordTimeMs;
  private boolean uncommitted;

  /**
   * What one task counts.
   *
   * @param commits the store that tells of commits
   * @param drain when all has been counted; null for never
   */
  CountFlush(Policies policies, String commits, Drain drain) {
    this.sorter = new Sorter(policies);
    this.commits = commits;
    this.drain = drain;
  }

  /**
   * Starts anew; a task that is revived is initialised once more.
   *
   * @param eventTime how far event time has come, epoch milliseconds
   */
  void init(ProcessorContext<byte[], byte[]> given, LongSupplier eventTime) {
    context = given;
    clock = eventTime;
    source = given.taskId().toString();
    counter.clear();
    uncommitted = false;
    given.<BeforeCommit>getStateStore(commits).run(given, this::commit);
    if (drain != null) {
      drain.opened(this);
      given.schedule(DRAIN_TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }
  }

  Counter counter() {
    return counter;
  }

  /** A record was counted. */
  void counted(long timestampMs) {
    recordTimeMs = Math.max(recordTimeMs, timestampMs);
    if (counter.size() > MOST_CELLS) {
      send();
      uncommitted = true;
    }
  }

  private void commit() {
    send();
    uncommitted = false;
  }

  /** Between two commits: what was sent before the last one can be read by now. */
  private void tick(long wallMs) {
    if (drain.requested() && counter.size() == 0 && !uncommitted) {
      drain.empty(this);
    }
  }

  private void send() {
    long clockMs = clock.getAsLong();
    CountRecords records =
        new CountRecords(
            source,
            clockMs,
            (gateway, deltas) ->
                context.forward(
                    new Record<>(gateway.getBytes(StandardCharsets.UTF_8), deltas, recordTimeMs)));
    sorter.sort(counter, clockMs, source, records::add);
    records.send();
  }
}
