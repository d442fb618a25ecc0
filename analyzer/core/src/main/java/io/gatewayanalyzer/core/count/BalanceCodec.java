package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;

/** A balance as bytes. */
public final class BalanceCodec {
  private BalanceCodec() {}

  /** Writes it; null allowed. */
  public static void write(StateWriter out, Balance balance) {
    out.flag(balance != null);
    if (balance != null) {
      out.real(balance.usd()).number(balance.timeMs());
    }
  }

  /** Reads it; its turn must have come. Null when none was written. */
  public static Balance read(StateReader in) {
    return in.flag() ? new Balance(in.real(), in.number()) : null;
  }
}
