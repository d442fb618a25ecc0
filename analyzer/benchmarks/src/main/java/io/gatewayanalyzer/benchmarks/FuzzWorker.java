package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.judge.Judge;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Takes blocks of inputs until none is left, or until an input breaks the code under test. */
final class FuzzWorker implements Runnable {
  static final int BLOCK = 10_000;
  private static final long NOW = 1_793_534_400_000L;

  private final FuzzRun run;
  private final List<byte[]> records;
  private final List<byte[]> payloads;
  private final AtomicLong nextBlock;
  private final Decoder decoder = new Decoder();
  private final Judge judge;

  private volatile long block;
  private volatile int index;
  private volatile byte[] input;

  FuzzWorker(FuzzRun run, Catalog catalog, List<byte[]> records, AtomicLong nextBlock) {
    this.run = run;
    this.records = records;
    this.payloads = FuzzEnvelope.payloads(records);
    this.nextBlock = nextBlock;
    this.judge = new Judge(catalog);
  }

  @Override
  public void run() {
    while (!run.failed()) {
      block = nextBlock.getAndIncrement();
      long left = run.inputs() - block * BLOCK;
      if (left <= 0) {
        return;
      }
      runBlock((int) Math.min(BLOCK, left));
    }
  }

  private void runBlock(int size) {
    FuzzInputs inputs = new FuzzInputs(records, payloads, run.seed() + block);
    for (int i = 0; i < size; i++) {
      index = i;
      input = inputs.next();
      try {
        answer(input);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
        run.fail(this, thrown.toString());
        thrown.printStackTrace();
        return;
      }
    }
  }

  private void answer(byte[] record) {
    Decoded decoded = decoder.decode(record);
    if (decoded instanceof RawRequest request) {
      run.tally().judged(judge.judge(request, null, NOW));
    } else if (decoded != null) {
      run.tally().undecodable();
    }
  }

  /** Which input is being read, counted from the first of the run. */
  long position() {
    return block * BLOCK + index;
  }

  /** The input being read. */
  byte[] input() {
    return input;
  }
}
