package io.gatewayanalyzer.app.observe.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * One of something for each word of an enum, made when the word is first met, so that no series
 * begins before there is something to count. Thread safe.
 *
 * @param <W> the words
 * @param <T> what each has
 */
final class PerWord<W extends Enum<W>, T> {
  private final Function<W, T> maker;
  private final AtomicReferenceArray<T> made;

  /**
   * None made yet.
   *
   * @param words all words
   * @param maker makes it; two threads may ask at once, and must then get the same
   */
  PerWord(W[] words, Function<W, T> maker) {
    this.maker = maker;
    made = new AtomicReferenceArray<>(words.length);
  }

  /** The one of a word. */
  T of(W word) {
    T known = made.getAcquire(word.ordinal());
    return known == null ? first(word) : known;
  }

  private T first(W word) {
    T one = maker.apply(word);
    made.setRelease(word.ordinal(), one);
    return one;
  }
}
