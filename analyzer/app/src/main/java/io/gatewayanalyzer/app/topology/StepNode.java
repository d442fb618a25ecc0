package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.step.Step;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * What {@link StepProcessor} has to know about one step: how its records and its state look as
 * bytes. One instance per stream task.
 *
 * @param <R> a record's value
 * @param <S> the step's state
 * @param <I> the step's input
 * @param <O> the step's output
 * @param <V> the value of a record that is sent on
 */
interface StepNode<R, S, I, O, V> {
  /** The name of the store. */
  String store();

  Step<S, I, O> step();

  /**
   * A record's value as inputs of its key, at least one, in their order. Our own records only:
   * anything else is a bug and is thrown.
   *
   * @throws IllegalStateException when it cannot be read
   */
  List<I> inputs(R value);

  /**
   * What a record says that is no input, but tells how far time has come; null for an input.
   *
   * @see #sharesTime
   */
  default Progress progress(R value) {
    return null;
  }

  /**
   * How far a source has come.
   *
   * @param source which one; anything with equals
   * @param timeMs event time, epoch milliseconds
   */
  record Progress(Object source, long timeMs) {}

  /** When the input happened, epoch milliseconds. */
  long eventTimeMs(I input);

  /** When the input was logged; what claims to have happened later has a wrong clock. */
  long latestMs(I input);

  /** Which of the sources it comes from, each of which is nearly in order; anything with equals. */
  Object source(I input);

  byte[] write(S state);

  S read(byte[] state);

  /**
   * What time an output is about, epoch milliseconds. When several keys are woken for a long time
   * at once, what they say is sent on in this order; only where {@link #sharesTime}.
   */
  default long saidMs(O output) {
    return 0;
  }

  /**
   * Whether what a starting task has in its store is to be {@link #found}: only of small stores.
   */
  default boolean looksBack() {
    return false;
  }

  /**
   * What a starting task has in its store; before anything else, and maybe several times.
   *
   * @param states in no order
   */
  default void found(List<S> states, ProcessorContext<byte[], V> context) {}

  /** The task ends here. */
  default void closed() {}

  /**
   * Sends an output on, or counts it.
   *
   * @param timeMs the time of what caused it, as Kafka knows time
   * @param context through which it is sent
   */
  void output(O output, long timeMs, ProcessorContext<byte[], V> context);

  /** The store of the clock that the nodes of the task share; null for a clock of its own. */
  default String clock() {
    return null;
  }

  /**
   * Whether each input is about a stretch of time that other inputs and sources have a part in:
   * then inputs do not move the clock, {@link #progress} does; nothing is decided before all
   * sources had the time to show up; and no wish is too far away, for the clocks are our own.
   */
  default boolean sharesTime() {
    return false;
  }

  /** Whether this node moves the clock; else another node of the task does. */
  default boolean movesClock() {
    return true;
  }
}
