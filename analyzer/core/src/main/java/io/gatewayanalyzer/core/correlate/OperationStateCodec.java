package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import io.gatewayanalyzer.core.pack.UnreadableStateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The compact form in which stores keep an {@link OperationState}. The first byte is the version;
 * words are written as their position in their enum, so moving one is a new version.
 */
public final class OperationStateCodec {
  private static final int VERSION = 2;

  private static final int OPEN = 1;
  private static final int MARKER = 1 << 1;
  private static final int LAGGING = 1 << 2;
  private static final int FOLDED = 1 << 3;

  private static final KeyBasis[] BASES = KeyBasis.values();

  private OperationStateCodec() {}

  /** The state as bytes. */
  public static byte[] write(OperationState state) {
    StateWriter out = new StateWriter();
    out.octet(VERSION);
    boolean folded = state.folded().attempts() > 0;
    out.octet(
        (state.open() ? OPEN : 0)
            | (state.marker() == null ? 0 : MARKER)
            | (state.lagMs() == 0 ? 0 : LAGGING)
            | (folded ? FOLDED : 0));
    if (state.marker() != null) {
      out.count(state.marker().untilMs());
      out.count(state.marker().forgetAtMs() - state.marker().untilMs());
    }
    if (state.lagMs() != 0) {
      out.count(state.lagMs());
    }
    if (folded) {
      write(out, state.folded());
    }
    if (state.open()) {
      writeAttempts(out, state);
    }
    return out.toBytes();
  }

  /**
   * The state of these bytes.
   *
   * @throws UnreadableStateException when they are of another version
   */
  public static OperationState read(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.octet();
    if (version != VERSION) {
      throw UnreadableStateException.version("operation state", version, VERSION);
    }
    int flags = in.octet();
    Marker marker = (flags & MARKER) == 0 ? null : marker(in);
    long lagMs = (flags & LAGGING) == 0 ? 0 : in.count();
    Folded folded = (flags & FOLDED) == 0 ? Folded.NONE : folded(in);
    if ((flags & OPEN) == 0) {
      return new OperationState(null, null, List.of(), folded, lagMs, marker);
    }
    KeyBasis basis = BASES[in.octet()];
    String key = in.text();
    return new OperationState(key, basis, attempts(in), folded, lagMs, marker);
  }

  private static Marker marker(StateReader in) {
    long untilMs = in.count();
    return new Marker(untilMs, untilMs + in.count());
  }

  private static void write(StateWriter out, Folded folded) {
    out.count(folded.attempts());
    out.count(folded.patientMs());
    out.count(folded.tally().fallbacks());
    out.count(folded.tally().blindRetries());
    out.count(folded.tally().wastedTokens());
    out.real(folded.tally().wastedCostUsd());
  }

  private static Folded folded(StateReader in) {
    int attempts = (int) in.count();
    long patientMs = in.count();
    return new Folded(
        attempts, patientMs, new Tally((int) in.count(), (int) in.count(), in.count(), in.real()));
  }

  private static void writeAttempts(StateWriter out, OperationState state) {
    out.octet(state.basis().ordinal());
    out.text(state.key());
    out.count(state.attempts().size());
    AttemptSummary before = null;
    for (AttemptSummary attempt : state.attempts()) {
      AttemptSummaryCodec.write(out, attempt, before);
      before = attempt;
    }
  }

  private static List<AttemptSummary> attempts(StateReader in) {
    int size = (int) in.count();
    if (size == 1) {
      return List.of(AttemptSummaryCodec.read(in, null));
    }
    List<AttemptSummary> attempts = new ArrayList<>(size);
    AttemptSummary before = null;
    for (int i = 0; i < size; i++) {
      before = AttemptSummaryCodec.read(in, before);
      attempts.add(before);
    }
    return Collections.unmodifiableList(attempts);
  }
}
