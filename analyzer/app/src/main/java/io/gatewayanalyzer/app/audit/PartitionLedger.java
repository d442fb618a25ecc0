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

  /** Books from this offset on; what is before it has expired. */
  PartitionLedger(long begin) {
    this.begin = begin;
  }

  /** A raw record is there. */
  void record(long offset) {
    records.set(index(offset));
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

  /** Hands over the offsets of records before {@code end} that nothing refers to, in order. */
  void missing(long end, LongConsumer offset) {
    missing(offset, 0, limit(end));
  }

  /** How many records from {@code end} on nothing refers to yet. */
  long pending(long end) {
    long[] pending = {0};
    missing(offset -> pending[0]++, limit(end), Integer.MAX_VALUE);
    return pending[0];
  }

  private void missing(LongConsumer offset, int from, int to) {
    for (int i = records.nextSetBit(from); i >= 0 && i < to; i = records.nextSetBit(i + 1)) {
      if (!answers.get(i)) {
        offset.accept(begin + i);
      }
    }
  }

  private int limit(long end) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, end - begin));
  }

  private int index(long offset) {
    return Math.toIntExact(offset - begin);
  }
}
