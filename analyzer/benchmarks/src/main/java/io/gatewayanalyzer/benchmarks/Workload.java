package io.gatewayanalyzer.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which records a benchmark of the core gets. */
public enum Workload {
  HEALTHY,
  ERROR,
  STREAM,
  GARBAGE,
  /**
   * In ten records eight healthy ones, an error and a stream, in no order a processor could learn.
   */
  MIXED;

  private static final int RECORDS = 64;
  private static final long SEED = 20_261_101;

  /** The records, to be taken one after the other and over again. */
  public Turn start() {
    if (this != MIXED) {
      return new Turn(records(Kind.valueOf(name()), RECORDS));
    }
    List<byte[]> mixed = new ArrayList<>(10 * RECORDS);
    mixed.addAll(Arrays.asList(records(Kind.HEALTHY, 8 * RECORDS)));
    mixed.addAll(Arrays.asList(records(Kind.ERROR, RECORDS)));
    mixed.addAll(Arrays.asList(records(Kind.STREAM, RECORDS)));
    Collections.shuffle(mixed, new Random(SEED));
    return new Turn(mixed.toArray(byte[][]::new));
  }

  private static byte[][] records(Kind kind, int count) {
    return RawRecords.of(kind, count, kind.bytes(), SEED);
  }

  /** Records in turn. */
  public static final class Turn {
    private final byte[][] records;
    private int next;

    Turn(byte[][] records) {
      this.records = records;
    }

    /** The next record; after the last one, the first. */
    public byte[] next() {
      if (next == records.length) {
        next = 0;
      }
      return records[next++];
    }
  }
}
