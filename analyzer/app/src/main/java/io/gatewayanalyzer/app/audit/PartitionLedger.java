package io.gatewayanalyzer.app.audit;

import java.util.BitSet;
import java.util.function.LongConsumer;

/**
 * The books of one raw partition, one bit per offset and column. Mutable; not thread safe. An
 * offset without record (a transaction marker) stays unset.
 */
final class PartitionLedger {
  private final long begin;
  private final BitSet records = new BitSet();
  private final BitSet answers = new BitSet();
  private final BitSet twice = new BitSet();
  private final BitSet held = new BitSet();

  /** Books from this offset on; what is before it has expired. */
  PartitionLedger(long begin) {
    this.begin = begin;
  }

  /** A raw record is there. */
  void record(long offset) {
    records.set(index(offset));
  }

  /** It waits for its stream, so an answer may still come. */
  void held(long offset) {
    if (offset >= begin) {
      held.set(index(offset));
    }
  }

  /** An attempt or undecodable record refers to it; false when that offset has expired. */
  boolean answer(long offset) {
    if (offset < begin) {
      return false;
    }
    int index = index(offset);
    if (answers.get(index)) {
      twice.set(index);
    }
    answers.set(index);
    return true;
  }

  long records() {
    return records.cardinality();
  }

  long answers() {
    return answers.cardinality();
  }

  long twice() {
    return twice.cardinality();
  }

  /** Hands over the offsets that more than one result refers to, in order. */
  void twice(LongConsumer offset) {
    twice.stream().forEach(i -> offset.accept(begin + i));
  }

  /**
   * Hands over the offsets of records before {@code end} that nothing refers to and that wait for
   * nothing, in order.
   */
  void missing(long end, LongConsumer offset) {
    BitSet missing = unanswered();
    missing.andNot(held);
    missing.stream().filter(i -> i < limit(end)).forEach(i -> offset.accept(begin + i));
  }

  /** How many records nothing refers to yet: those from {@code end} on, and those that wait. */
  long pending(long end) {
    BitSet unanswered = unanswered();
    return unanswered.stream().filter(i -> i >= limit(end) || held.get(i)).count();
  }

  private BitSet unanswered() {
    BitSet unanswered = (BitSet) records.clone();
    unanswered.andNot(answers);
    return unanswered;
  }

  private int limit(long end) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, end - begin));
  }

  private int index(long offset) {
    return Math.toIntExact(offset - begin);
  }
}
