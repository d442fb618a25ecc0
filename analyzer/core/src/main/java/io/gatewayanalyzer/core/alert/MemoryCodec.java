package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.Sums;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
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
  private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();

  private MemoryCodec() {}

  /** The memory as bytes. */
  public static byte[] write(Memory memory) {
    StateWriter out = new StateWriter();
    out.octet(VERSION);
    out.text(memory.scope().policy());
    writeLabels(out, memory.scope().labels());
    memory.history().write(out);
    writeWaiting(out, memory.waiting());
    writeSamples(out, memory.samples());
    writeBalance(out, memory.balance());
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
   * @throws IllegalStateException when they are of another version
   */
  public static Memory read(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.octet();
    if (version != VERSION) {
      throw new IllegalStateException(
          "alert state of version " + version + "; this program reads version " + VERSION);
    }
    Scope scope = new Scope(in.text(), map(in, StateReader::text));
    History history = History.read(in);
    return new Memory(
        scope,
        history,
        waiting(in, history.width()),
        samples(in),
        balance(in),
        map(in, Baseline::read),
        incidents(in),
        map(in, near -> near.count() / HUNDREDTHS),
        in.number(),
        in.number());
  }

  private static void writeLabels(StateWriter out, SortedMap<String, String> labels) {
    out.count(labels.size());
    labels.forEach((name, value) -> out.text(name).text(value));
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
      for (int i = 0; i < one.sums().size(); i++) {
        out.number(one.sums().get(i));
      }
      writeSamples(out, one.samples());
      writeBalance(out, one.balance());
    }
  }

  private static List<Waiting> waiting(StateReader in, int width) {
    int size = (int) in.count();
    List<Waiting> all = new ArrayList<>(size);
    long before = 0;
    for (int i = 0; i < size; i++) {
      before += in.number();
      long[] values = new long[width];
      for (int j = 0; j < width; j++) {
        values[j] = in.number();
      }
      all.add(new Waiting(before, Sums.of(values), samples(in), balance(in)));
    }
    return Collections.unmodifiableList(all);
  }

  private static void writeSamples(StateWriter out, List<Sample> samples) {
    out.count(samples.size());
    for (Sample sample : samples) {
      out.number(sample.timeMs()).word(sample.category());
      out.text(sample.requestId()).text(sample.traceId());
      out.text(sample.message()).text(sample.rule());
      out.number(sample.advisedWaitMs());
    }
  }

  private static List<Sample> samples(StateReader in) {
    int size = (int) in.count();
    List<Sample> samples = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      samples.add(
          new Sample(
              in.number(),
              in.word(CATEGORIES),
              in.text(),
              in.text(),
              in.text(),
              in.text(),
              in.number()));
    }
    return Collections.unmodifiableList(samples);
  }

  private static void writeBalance(StateWriter out, Balance balance) {
    out.flag(balance != null);
    if (balance != null) {
      out.real(balance.usd()).number(balance.timeMs());
    }
  }

  private static Balance balance(StateReader in) {
    return in.flag() ? new Balance(in.real(), in.number()) : null;
  }

  private static void writeIncident(StateWriter out, Incident incident) {
    out.text(incident.variant());
    out.number(incident.enterSinceMs()).number(incident.startsAtMs());
    out.number(incident.leaveSinceMs());
    writeLabels(out, incident.labels());
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
