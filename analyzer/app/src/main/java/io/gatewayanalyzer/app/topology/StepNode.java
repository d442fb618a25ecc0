package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.step.Step;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What {@link StepProcessor} has to know about one step: how its records and its state look as
 * bytes. One instance per stream task.
 *
 * @param <S> the step's state
 * @param <I> the step's input
 * @param <O> the step's output
 * @param <V> the output as a record's value
 */
interface StepNode<S, I, O, V> {
  /** The name of the store. */
  String store();

  Step<S, I, O> step();

  /**
   * A record's value as input. Our own records only: anything else is a bug and is thrown.
   *
   * @throws IllegalStateException when it cannot be read
   */
  I input(byte[] value);

  /** When the input happened, epoch milliseconds. */
  long eventTimeMs(I input);

  /** When the input was logged; what claims to have happened later has a wrong clock. */
  long latestMs(I input);

  /** Which of the sources it comes from, each of which is nearly in order; anything with equals. */
  Object source(I input);

  byte[] write(S state);

  S read(byte[] state);

  /**
   * An output as a record.
   *
   * @param timeMs the time of what caused it, as Kafka knows time
   * @return null for an output that is only counted
   */
  Record<byte[], V> output(O output, long timeMs);
}
