package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;

/** Sums as bytes: zeros take none. */
public final class SumsCodec {
  private SumsCodec() {}

  /** Writes them. */
  public static void write(StateWriter out, Sums sums) {
    int filled = 0;
    for (int i = 0; i < sums.size(); i++) {
      filled += sums.get(i) == 0 ? 0 : 1;
    }
    out.count(sums.size()).count(filled);
    int before = -1;
    for (int i = 0; i < sums.size(); i++) {
      if (sums.get(i) != 0) {
        out.count(i - before - 1L).number(sums.get(i));
        before = i;
      }
    }
  }

  /** Reads them; their turn must have come. */
  public static Sums read(StateReader in) {
    long[] values = new long[(int) in.count()];
    int at = -1;
    for (long filled = in.count(); filled > 0; filled--) {
      at += (int) in.count() + 1;
      values[at] = in.number();
    }
    return Sums.of(values);
  }
}
