package io.gatewayanalyzer.core.step;

/**
 * A pure stateful step: state, input and time give a decision, and nothing else happens. One state
 * belongs to one key; whoever calls keeps it, and calls {@link #due} when the decision asks to be
 * woken.
 *
 * <p>A step may be woken too early, too late or more often than it asked for: the decisions over
 * the same inputs must not depend on how time is sliced.
 *
 * @param <S> what is known about a key; immutable
 * @param <I> what comes in
 * @param <O> what goes out
 */
public interface Step<S, I, O> {
  /**
   * What an input changes.
   *
   * @param state what is known; null when nothing is
   * @param input what has come
   * @param timeMs stream time: the largest event time seen so far, the input's own included, epoch
   *     milliseconds
   */
  Decision<S, O> on(S state, I input, long timeMs);

  /**
   * What the passing of time changes.
   *
   * @param state what is known; null when nothing is
   * @param timeMs stream time, or wall clock mapped to it; {@link Long#MAX_VALUE} when nothing will
   *     ever follow
   */
  Decision<S, O> due(S state, long timeMs);
}
