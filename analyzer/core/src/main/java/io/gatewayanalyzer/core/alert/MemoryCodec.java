package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.baseline.Baseline;
import io.gatewayanalyzer.core.count.BalanceCodec;
import io.gatewayanalyzer.core.count.SamplesCodec;
import io.gatewayanalyzer.core.count.ScopeCodec;
import io.gatewayanalyzer.core.count.SumsCodec;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import io.gatewayanalyzer.core.pack.UnreadableStateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The compact form in which stores keep a {@link Memory}. The first byte is the version; words are
 * written as their position in their enum, so moving one is a new version.
 */
public final class MemoryCodec {
  private static final int VERSION = 1;
  private static final double HUNDREDTHS = 100;

  private MemoryCodec() {}

  /** The memory as bytes. */
  public static byte[] write(Memory memory) {
    StateWriter out = new StateWriter();
    out.octet(VERSION);
    ScopeCodec.write(out, memory.scope());
    memory.history().write(out);
    writeWaiting(out, memory.waiting());
    SamplesCodec.write(out, memory.samples());
    BalanceCodec.write(out, memory.balance());
    out.count(memory.baselines().size());
    memory.baselines().forEach((variant, baseline) -> baseline.write(out.text(variant)));
    out.count(memory.incidents().size());
    memory.incidents().values().forEach(incident -> writeIncident(out, incident));
    out.count(memory.nearest().size());
    memory
        .nearest()
        .forEach((variant, near) -> out.text(variant).count(Math.round(near * HUNDREDTHS)));
    out.number(memory.judgedMs());
    out.number(memory.newsMs());
    return out.toBytes();
  }

  /**
   * The memory of these bytes.
   *
   * @throws UnreadableStateException when they are of another version
   */
  public static Memory read(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.octet();
    if (version != VERSION) {
      throw UnreadableStateException.version("alert state", version, VERSION);
    }
    return new Memory(
        ScopeCodec.read(in),
        History.read(in),
        waiting(in),
        SamplesCodec.read(in),
        BalanceCodec.read(in),
        map(in, Baseline::read),
        incidents(in),
        map(in, near -> near.count() / HUNDREDTHS),
        in.number(),
        in.number());
  }

  private static <V> SortedMap<String, V> map(StateReader in, Function<StateReader, V> value) {
    SortedMap<String, V> map = new TreeMap<>();
    for (long left = in.count(); left > 0; left--) {
      String key = in.text();
      map.put(key, value.apply(in));
    }
    return Collections.unmodifiableSortedMap(map);
  }

  private static void writeWaiting(StateWriter out, List<Waiting> all) {
    out.count(all.size());
    long before = 0;
    for (Waiting one : all) {
      out.number(one.startMs() - before);
      before = one.startMs();
      SumsCodec.write(out, one.sums());
      SamplesCodec.write(out, one.samples());
      BalanceCodec.write(out, one.balance());
    }
  }

  private static List<Waiting> waiting(StateReader in) {
    int size = (int) in.count();
    List<Waiting> all = new ArrayList<>(size);
    long before = 0;
    for (int i = 0; i < size; i++) {
      before += in.number();
      all.add(
          new Waiting(before, SumsCodec.read(in), SamplesCodec.read(in), BalanceCodec.read(in)));
    }
    return Collections.unmodifiableList(all);
  }

  private static void writeIncident(StateWriter out, Incident incident) {
    out.text(incident.variant());
    out.number(incident.enterSinceMs()).number(incident.startsAtMs());
    out.number(incident.leaveSinceMs());
    out.count(incident.labels().size());
    incident.labels().forEach((name, value) -> out.text(name).text(value));
  }

  private static SortedMap<String, Incident> incidents(StateReader in) {
    SortedMap<String, Incident> incidents = new TreeMap<>();
    for (long left = in.count(); left > 0; left--) {
      String variant = in.text();
      incidents.put(
          variant,
          new Incident(variant, in.number(), in.number(), in.number(), map(in, StateReader::text)));
    }
    return Collections.unmodifiableSortedMap(incidents);
  }
}
