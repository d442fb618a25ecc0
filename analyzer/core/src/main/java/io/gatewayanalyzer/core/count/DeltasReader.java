package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateReader;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back what a {@link DeltasWriter} wrote. Remembers scopes, for the same ones come in record
 * after record; not thread safe.
 */
public final class DeltasReader {
  private static final int MOST_SCOPES = 20_000;

  private final Map<ByteBuffer, Scope> scopes = new HashMap<>();

  /** Takes deltas. */
  public interface Taker {
    /**
     * One delta.
     *
     * @param key its scope as bytes; equal for equal scopes
     */
    void take(byte[] key, Delta delta);

    /**
     * All that happened before has been taken.
     *
     * @param source the task that says so
     * @param clockMs how far event time has come in it, epoch milliseconds
     */
    void reached(String source, long clockMs);
  }

  /**
   * Reads the deltas of one record, in order.
   *
   * @throws IllegalStateException when they are of another version
   */
  public void read(byte[] bytes, Taker taker) {
    StateReader in = new StateReader(bytes);
    int version = in.octet();
    if (version != DeltasWriter.VERSION) {
      throw new IllegalStateException(
          "counts of version " + version + "; this program reads version " + DeltasWriter.VERSION);
    }
    String source = in.text();
    long clockMs = in.number();
    long bucketMs = 0;
    long size = in.count();
    if (size == 0) {
      taker.reached(source, clockMs);
    }
    for (long left = size; left > 0; left--) {
      byte[] key = in.bytes();
      bucketMs += in.number();
      Sums values = SumsCodec.read(in);
      List<Sample> samples = SamplesCodec.read(in);
      Balance balance = BalanceCodec.read(in);
      taker.take(key, new Delta(scope(key), bucketMs, values, samples, balance, clockMs, source));
    }
  }

  private Scope scope(byte[] key) {
    if (scopes.size() > MOST_SCOPES) {
      scopes.clear();
    }
    return scopes.computeIfAbsent(
        ByteBuffer.wrap(key), any -> ScopeCodec.read(new StateReader(key)));
  }
}
