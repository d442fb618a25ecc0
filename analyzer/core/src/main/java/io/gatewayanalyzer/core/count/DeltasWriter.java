package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * @param deltas all of that source and clock, in any order; those of one scope keep theirs; none
   *     to say just how far it has come: then all that happened before has been sent
   */
  public static byte[] write(String source, long clockMs, List<Delta> deltas) {
    StateWriter out = new StateWriter();
    out.octet(VERSION);
    Map<Scope, List<Delta>> byScope = new LinkedHashMap<>();
    for (Delta delta : deltas) {
      byScope.computeIfAbsent(delta.scope(), any -> new ArrayList<>()).add(delta);
    }
    out.text(source).number(clockMs).count(byScope.size());
    byScope.forEach((scope, own) -> write(out, scope, own));
    return out.toBytes();
  }

  private static void write(StateWriter out, Scope scope, List<Delta> deltas) {
    out.bytes(ScopeCodec.toBytes(scope)).count(deltas.size());
    long before = 0;
    for (Delta delta : deltas) {
      out.number(delta.bucketMs() - before);
      before = delta.bucketMs();
      SumsCodec.write(out, delta.values());
      SamplesCodec.write(out, delta.samples());
      BalanceCodec.write(out, delta.balance());
    }
  }
}
