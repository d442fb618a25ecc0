package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.event.Alert;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person on call makes of a day: which incident each alert belongs to.
 *
 * @param findings what is wrong, one line each; empty when every incident was told once, in time,
 *     and ended, and nothing else was
 */
record Heard(List<String> findings) {
  private static final long SECOND_MS = 1_000;

  /** Listens to what was said about these incidents. */
  static Heard of(List<Staged> incidents, List<SimulatedLine.Said> said) {
    List<SimulatedLine.Said> rest = new ArrayList<>(said);
    List<String> findings = new ArrayList<>();
    for (Staged incident : incidents) {
      List<SimulatedLine.Said> own = rest.stream().filter(one -> about(one, incident)).toList();
      rest.removeAll(own);
      findings.addAll(findings(incident, own));
    }
    rest.forEach(one -> findings.add("nobody staged: " + one.alert().labels()));
    return new Heard(findings);
  }

  /** How soon an incident was told, seconds; -1 when it was not. */
  static long delaySeconds(Staged incident, List<SimulatedLine.Said> said) {
    return said.stream()
        .filter(one -> one.alert().firing() && about(one, incident))
        .mapToLong(one -> (one.atMs() - incident.fromMs()) / SECOND_MS)
        .findFirst()
        .orElse(-1);
  }

  private static boolean about(SimulatedLine.Said said, Staged incident) {
    Alert alert = said.alert();
    return alert.name().equals(incident.alertname())
        && alert.labels().entrySet().containsAll(incident.labels().entrySet())
        && alert.startsAtMs() >= incident.fromMs()
        && alert.startsAtMs() <= incident.toMs();
  }

  private static List<String> findings(Staged incident, List<SimulatedLine.Said> own) {
    List<String> findings = new ArrayList<>();
    if (own.size() != 2 || !own.get(0).alert().firing() || own.get(1).alert().firing()) {
      findings.add(incident.what() + ": not one beginning and one end, but " + own.size());
      return findings;
    }
    long delayMs = own.get(0).atMs() - incident.fromMs();
    if (delayMs > incident.withinMs()) {
      findings.add(incident.what() + ": told after " + delayMs / SECOND_MS + " s");
    }
    if (own.get(1).atMs() < incident.toMs()) {
      findings.add(incident.what() + ": called over while it lasted");
    }
    return findings;
  }
}
