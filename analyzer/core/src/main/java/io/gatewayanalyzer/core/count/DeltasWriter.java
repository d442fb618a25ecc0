package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.List;

/**
 * Deltas of one task as bytes, many to a record of the counts topic: what a record costs is not
 * paid for each sum. The first byte is the version; words are written as their position in their
 * enum, so moving one is a new version.
 */
public final class DeltasWriter {
  static final int VERSION = 1;

  private DeltasWriter() {}

  /**
   * The deltas as bytes.
   *
   * @param source the task they are of
   * @param clockMs how far event time has come in it, epoch milliseconds
   * @param deltas all of that source and clock; none to say just how far it has come: then all that
   *     happened before has been sent
   */
  public static byte[] write(String source, long clockMs, List<Delta> deltas) {
    StateWriter out = new StateWriter();
    out.octet(VERSION);
    out.text(source).number(clockMs).count(deltas.size());
    long before = 0;
    for (Delta delta : deltas) {
      out.bytes(ScopeCodec.toBytes(delta.scope()));
      out.number(delta.bucketMs() - before);
      before = delta.bucketMs();
      SumsCodec.write(out, delta.values());
      SamplesCodec.write(out, delta.samples());
      BalanceCodec.write(out, delta.balance());
    }
    return out.toBytes();
  }
}
