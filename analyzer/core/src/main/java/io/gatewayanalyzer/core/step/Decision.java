package io.gatewayanalyzer.core.step;

import java.util.List;

/**
 * What a step decided: what to keep, when to ask again, what to say. The caller applies it.
 *
 * @param state what is known from now on; null to forget the key
 * @param dueMs when to wake the step, epoch milliseconds; replaces every earlier wish; -1 for never
 * @param outputs what to send on, in order; empty when there is nothing to say
 * @param <S> what is known about a key
 * @param <O> what goes out
 */
public record Decision<S, O>(S state, long dueMs, List<O> outputs) {
  /** No wake-up is wanted. */
  public static final long NEVER = -1;

  /** Copies the outputs. */
  public Decision {
    outputs = List.copyOf(outputs);
  }

  /** Keeps nothing and says this. */
  public static <S, O> Decision<S, O> forget(List<O> outputs) {
    return new Decision<>(null, NEVER, outputs);
  }
}
