package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a scope and a judgement of it say as the record of an alert. */
final class Wording {
  private final Policies policies;

  Wording(Policies policies) {
    this.policies = policies;
  }

  Alert firing(Memory memory, Judgement judgement, long startsAtMs) {
    return alert(memory, labels(memory, judgement), judgement, startsAtMs, -1);
  }

  /**
   * That an incident is over.
   *
   * @param judgement what its policy says now; null when it says nothing any more
   */
  Alert resolved(Memory memory, Incident incident, Judgement judgement, long endsAtMs) {
    return alert(memory, incident.labels(), judgement, incident.startsAtMs(), endsAtMs);
  }

  private Alert alert(
      Memory memory,
      SortedMap<String, String> labels,
      Judgement judgement,
      long startsAtMs,
      long endsAtMs) {
    return new Alert(
        AlertId.of(labels),
        endsAtMs < 0 ? AlertStatus.FIRING : AlertStatus.RESOLVED,
        severity(labels),
        labels,
        annotations(memory, judgement),
        startsAtMs,
        endsAtMs,
        judgement == null ? 0 : judgement.value(),
        judgement == null ? 0 : judgement.threshold(),
        judgement == null ? 0 : judgement.windowMs(),
        evidence(memory.samples()));
  }

  private static SortedMap<String, String> labels(Memory memory, Judgement judgement) {
    SortedMap<String, String> labels = new TreeMap<>(memory.scope().labels());
    labels.putAll(judgement.labels());
    labels.values().removeIf(Objects::isNull);
    labels.putIfAbsent(ScopeLabels.GATEWAY, ScopeLabels.UNKNOWN);
    labels.put(Alert.ALERTNAME, memory.scope().policy());
    labels.put(Alert.SEVERITY, judgement.severity().wire());
    return labels;
  }

  private static Severity severity(SortedMap<String, String> labels) {
    String wire = labels.get(Alert.SEVERITY);
    for (Severity severity : Severity.values()) {
      if (severity.wire().equals(wire)) {
        return severity;
      }
    }
    return Severity.INFO;
  }

  private Map<String, String> annotations(Memory memory, Judgement judgement) {
    String name = memory.scope().policy();
    SortedMap<String, String> all = new TreeMap<>();
    if (judgement == null) {
      all.put("summary", name + " is not watched here any more");
      all.put("description", "The settings were changed while it fired; nothing has to be done.");
    } else {
      all.putAll(judgement.annotations());
    }
    all.putIfAbsent("runbook_url", policies.runbookUrl(name));
    for (Sample sample : memory.samples()) {
      if (sample.rule() != null) {
        all.putIfAbsent("rule", sample.rule());
      }
      if (sample.advisedWaitMs() >= 0) {
        all.putIfAbsent("advised_wait", Phrases.span(sample.advisedWaitMs()));
      }
    }
    return all;
  }

  private static Alert.Evidence evidence(List<Sample> samples) {
    return new Alert.Evidence(
        few(samples, Sample::requestId),
        few(samples, Sample::traceId),
        few(samples, Sample::message));
  }

  private static List<String> few(List<Sample> samples, Function<Sample, String> text) {
    return samples.stream().map(text).filter(Objects::nonNull).distinct().toList();
  }
}
