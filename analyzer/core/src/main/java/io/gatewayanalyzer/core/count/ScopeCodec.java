package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.TreeMap;

/** A scope as bytes; equal scopes have equal bytes, so they are a key. */
public final class ScopeCodec {
  private ScopeCodec() {}

  /** The scope as bytes. */
  public static byte[] toBytes(Scope scope) {
    StateWriter out = new StateWriter();
    write(out, scope);
    return out.toBytes();
  }

  /** Writes it among other things. */
  public static void write(StateWriter out, Scope scope) {
    out.text(scope.policy()).count(scope.labels().size());
    scope.labels().forEach((name, value) -> out.text(name).text(value));
  }

  /** Reads it; its turn must have come. */
  public static Scope read(StateReader in) {
    String policy = in.text();
    TreeMap<String, String> labels = new TreeMap<>();
    for (long left = in.count(); left > 0; left--) {
      labels.put(in.text(), in.text());
    }
    return new Scope(policy, labels);
  }
}
