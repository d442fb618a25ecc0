package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.List;

/**
 * A delta as bytes: what the counts topic holds. The first byte is the version; words are written
 * as their position in their enum, so moving one is a new version.
 */
public final class DeltaCodec {
  private static final int VERSION = 1;

  private DeltaCodec() {}

  /** The delta as bytes. */
  public static byte[] write(Delta delta) {
    StateWriter out = new StateWriter();
    out.octet(VERSION);
    ScopeCodec.write(out, delta.scope());
    out.number(delta.bucketMs());
    SumsCodec.write(out, delta.values());
    SamplesCodec.write(out, delta.samples());
    BalanceCodec.write(out, delta.balance());
    out.number(delta.clockMs());
    out.text(delta.source());
    return out.toBytes();
  }

  /**
   * The delta of these bytes.
   *
   * @throws IllegalStateException when they are of another version
   */
  public static Delta read(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.octet();
    if (version != VERSION) {
      throw new IllegalStateException(
          "counts of version " + version + "; this program reads version " + VERSION);
    }
    Scope scope = ScopeCodec.read(in);
    long bucketMs = in.number();
    Sums values = SumsCodec.read(in);
    List<Sample> samples = SamplesCodec.read(in);
    Balance balance = BalanceCodec.read(in);
    return new Delta(scope, bucketMs, values, samples, balance, in.number(), in.text());
  }
}
