package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.pack.UnreadableStateException;
import io.gatewayanalyzer.core.step.Decision;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The processor of all pure steps: keeps the state of a pure step in a store, wakes the step when
 * it asked to be woken, and sends on what it says. Time is event time; when records stop, the clock
 * on the wall takes over. Which key is due when is kept in memory and read from the store once,
 * when the task starts: a timer never walks over the store.
 */
final class StepProcessor<R, S, I, O, V> implements Processor<byte[], R, byte[], V> {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration DRAIN_TICK = Duration.ofMillis(50);

  /**
   * In front of each state: when it is due, when it wished to be, and where event time was then.
   */
  private static final int HEAD = 3 * Long.BYTES;

  /** By so much clocks may differ and still be called right. */
  private static final long SKEW_MS = Duration.ofMinutes(1).toMillis();

  /** Nothing waits longer when clocks may be wrong. */
  private static final long LONGEST_WAIT_MS = Duration.ofDays(1).toMillis();

  private final StepNode<R, S, I, O, V> node;
  private final Drain drain;
  private final DueIndex due = new DueIndex();
  private EventClock clock = new EventClock();
  private ProcessorContext<byte[], V> context;
  private KeyValueStore<Bytes, byte[]> store;
  private long recordTimeMs;

  /**
   * A processor of one task.
   *
   * @param drain when to close everything; null for never
   */
  StepProcessor(StepNode<R, S, I, O, V> node, Drain drain) {
    this.node = node;
    this.drain = drain;
  }

  @Override
  public void init(ProcessorContext<byte[], V> given) {
    context = given;
    store = given.getStateStore(node.store());
    if (node.clock() != null) {
      clock = given.<TaskClock>getStateStore(node.clock()).clock();
    }
    recordTimeMs = 0;
    index();
    if (drain != null) {
      drain.opened(this);
    }
    Duration tick = drain == null ? TICK : DRAIN_TICK;
    given.schedule(tick, PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<byte[], R> record) {
    recordTimeMs = Math.max(recordTimeMs, record.timestamp());
    StepNode.Progress progress = node.progress(record.value());
    if (progress == null) {
      inputs(Bytes.wrap(record.key()), node.inputs(record.value()));
    } else {
      clock.read(progress.source(), progress.timeMs(), context.currentSystemTimeMs());
      wake(clock.timeMs());
    }
  }

  /** State is read and kept once, however many inputs a record brings. */
  private void inputs(Bytes key, List<I> inputs) {
    boolean byInputs = node.movesClock() && !node.sharesTime();
    S before = due.holds(key) ? state(store.get(key)) : null;
    S state = before;
    Decision<S, O> decision = null;
    long aheadMs = 0;
    List<O> said = new ArrayList<>();
    for (I input : inputs) {
      aheadMs = byInputs ? read(input, node.eventTimeMs(input)) : 0;
      decision = node.step().on(state, input, clock.timeMs());
      state = decision.state();
      said.addAll(decision.outputs());
    }
    apply(key, before, decision, aheadMs);
    say(said);
    // A node that follows another one's clock is told what happened until then first, and one by
    // one: it is woken by the next tick.
    if (byInputs) {
      wake(clock.timeMs());
    }
  }

  /**
   * Moves the clock, unless the input says that it happened after it was logged.
   *
   * @return by how much the input's own clock is ahead; 0 for a right one
   */
  private long read(I input, long eventTimeMs) {
    long latestMs = node.latestMs(input);
    boolean wrong = eventTimeMs > latestMs + SKEW_MS;
    if (wrong && clock.timeMs() != EventClock.UNKNOWN) {
      return eventTimeMs - clock.timeMs();
    }
    clock.read(node.source(input), Math.min(eventTimeMs, latestMs), context.currentSystemTimeMs());
    return wrong ? eventTimeMs - latestMs : 0;
  }

  /** Reads the index anew; a task that is revived is initialised once more. */
  private void index() {
    due.clear();
    List<S> found = new ArrayList<>();
    long reachedMs = EventClock.UNKNOWN;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> next = all.next();
        ByteBuffer head = ByteBuffer.wrap(next.value);
        due.set(next.key, dueMs(head));
        reachedMs = Math.max(reachedMs, head.getLong(2 * Long.BYTES));
        if (node.looksBack()) {
          found.add(state(next.value));
        }
      }
    }
    node.found(found, context);
    if (node.movesClock()) {
      clock.reset(reachedMs, context.currentSystemTimeMs(), node.sharesTime());
    }
  }

  /** The log of another kind of store restores without complaint; what it holds is no state. */
  private long dueMs(ByteBuffer head) {
    long dueMs = head.limit() < HEAD ? -1 : head.getLong();
    if (dueMs < 0) {
      throw UnreadableStateException.otherStore(node.store(), null);
    }
    return dueMs;
  }

  @Override
  public void close() {
    node.closed();
  }

  private void tick(long wallMs) {
    recordTimeMs = Math.max(recordTimeMs, wallMs);
    if (drain != null && drain.requested()) {
      wake(Long.MAX_VALUE);
      drain.empty(this);
    } else {
      wake(clock.withSilence(wallMs));
    }
  }

  private void wake(long timeMs) {
    List<O> said = new ArrayList<>();
    for (Bytes key = due.next(timeMs); key != null; key = due.next(timeMs)) {
      byte[] value = store.get(key);
      long wishMs = ByteBuffer.wrap(value).getLong(Long.BYTES);
      S state = state(value);
      Decision<S, O> decision = node.step().due(state, Math.max(timeMs, wishMs));
      apply(key, state, timeMs == Long.MAX_VALUE ? last(decision) : decision, 0);
      said.addAll(decision.outputs());
    }
    if (node.sharesTime()) {
      said.sort(Comparator.comparingLong(node::saidMs));
    }
    say(said);
  }

  /** Nothing follows, so nothing is kept to recognise what follows. */
  private Decision<S, O> last(Decision<S, O> decision) {
    return Decision.forget(decision.outputs());
  }

  private void apply(Bytes key, S before, Decision<S, O> decision, long aheadMs) {
    if (decision.state() != null) {
      keep(key, inReach(decision.dueMs() - aheadMs), decision);
    } else if (before != null) {
      due.remove(key);
      store.delete(key);
    }
  }

  private void say(List<O> outputs) {
    for (O output : outputs) {
      node.output(output, recordTimeMs, context);
    }
  }

  private void keep(Bytes key, long dueMs, Decision<S, O> decision) {
    byte[] bytes = node.write(decision.state());
    ByteBuffer value = ByteBuffer.allocate(HEAD + bytes.length);
    value.putLong(dueMs).putLong(decision.dueMs()).putLong(clock.timeMs()).put(bytes);
    store.put(key, value.array());
    due.set(key, dueMs);
  }

  /** A wish for a time that only a wrong clock has named would never come true. */
  private long inReach(long wishMs) {
    return node.sharesTime() ? wishMs : Math.min(wishMs, clock.timeMs() + LONGEST_WAIT_MS);
  }

  private S state(byte[] value) {
    return node.read(Arrays.copyOfRange(value, HEAD, value.length));
  }
}
