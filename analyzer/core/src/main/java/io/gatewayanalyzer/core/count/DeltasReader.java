package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.UnreadableStateException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
     * The deltas of one scope.
     *
     * @param key the scope as bytes; equal for equal scopes
     * @param deltas at least one, in the order of time
     */
    void take(byte[] key, List<Delta> deltas);

    /**
     * All that happened before has been taken.
     *
     * @param source the task that says so
     * @param clockMs how far event time has come in it, epoch milliseconds
     */
    void reached(String source, long clockMs);
  }

  /**
   * Reads the deltas of one record, scope by scope.
   *
   * @throws UnreadableStateException when they are of another version
   */
  public void read(byte[] bytes, Taker taker) {
    StateReader in = new StateReader(bytes);
    int version = in.octet();
    if (version != DeltasWriter.VERSION) {
      throw UnreadableStateException.version("counts", version, DeltasWriter.VERSION);
    }
    String source = in.text();
    long clockMs = in.number();
    long scopesLeft = in.count();
    if (scopesLeft == 0) {
      taker.reached(source, clockMs);
    }
    for (; scopesLeft > 0; scopesLeft--) {
      byte[] key = in.bytes();
      Scope scope = scope(key);
      int size = (int) in.count();
      List<Delta> deltas = new ArrayList<>(size);
      long bucketMs = 0;
      while (deltas.size() < size) {
        bucketMs += in.number();
        Sums values = SumsCodec.read(in);
        List<Sample> samples = SamplesCodec.read(in);
        Balance balance = BalanceCodec.read(in);
        deltas.add(new Delta(scope, bucketMs, values, samples, balance, clockMs, source));
      }
      taker.take(key, deltas);
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
