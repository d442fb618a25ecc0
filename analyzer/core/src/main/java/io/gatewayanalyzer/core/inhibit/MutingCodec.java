package io.gatewayanalyzer.core.inhibit;

import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import io.gatewayanalyzer.core.pack.UnreadableStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The compact form in which stores keep a {@link Muting}. The first byte is the version; words are
 * written as their position in their enum, so moving one is a new version.
 */
public final class MutingCodec {
  private static final int VERSION = 2;
  private static final AlertStatus[] STATUSES = AlertStatus.values();
  private static final Severity[] SEVERITIES = Severity.values();

  private MutingCodec() {}

  /** The state as bytes. */
  public static byte[] write(Muting muting) {
    StateWriter out = new StateWriter();
    out.octet(VERSION);
    out.count(muting.reasons().size());
    for (Muting.Reason reason : muting.reasons()) {
      writeTexts(out.text(reason.alertId()), reason.labels());
      out.number(reason.endsAtMs());
    }
    out.count(muting.muted().size());
    muting.muted().forEach(alert -> write(out, alert));
    out.count(muting.said().size());
    muting.said().forEach(one -> out.text(one.alertId()).text(one.name()).word(one.severity()));
    return out.toBytes();
  }

  /**
   * The state of these bytes.
   *
   * @throws UnreadableStateException when they are of another version
   */
  public static Muting read(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.octet();
    if (version != VERSION) {
      throw UnreadableStateException.version("inhibition state", version, VERSION);
    }
    return new Muting(
        list(in, one -> new Muting.Reason(one.text(), texts(one), one.number())),
        list(in, MutingCodec::alert),
        list(in, one -> new Muting.Said(one.text(), one.text(), one.word(SEVERITIES))));
  }

  private static void write(StateWriter out, Alert alert) {
    out.text(alert.alertId()).word(alert.status()).word(alert.severity());
    writeTexts(out, alert.labels());
    writeTexts(out, alert.annotations());
    out.number(alert.startsAtMs()).number(alert.endsAtMs());
    out.real(alert.value()).real(alert.threshold()).number(alert.windowMs());
    writeTexts(out, alert.evidence().requestIds());
    writeTexts(out, alert.evidence().traceIds());
    writeTexts(out, alert.evidence().messages());
  }

  private static Alert alert(StateReader in) {
    return new Alert(
        in.text(),
        in.word(STATUSES),
        in.word(SEVERITIES),
        texts(in),
        texts(in),
        in.number(),
        in.number(),
        in.real(),
        in.real(),
        in.number(),
        new Alert.Evidence(
            list(in, StateReader::text), list(in, StateReader::text), list(in, StateReader::text)));
  }

  private static void writeTexts(StateWriter out, Map<String, String> texts) {
    out.count(texts.size());
    texts.forEach((name, text) -> out.text(name).text(text));
  }

  private static void writeTexts(StateWriter out, List<String> texts) {
    out.count(texts.size());
    texts.forEach(out::text);
  }

  private static SortedMap<String, String> texts(StateReader in) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (long left = in.count(); left > 0; left--) {
      String name = in.text();
      texts.put(name, in.text());
    }
    return texts;
  }

  private static <T> List<T> list(StateReader in, Function<StateReader, T> one) {
    int size = (int) in.count();
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(one.apply(in));
    }
    return all;
  }
}
