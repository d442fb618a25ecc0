package io.gatewayanalyzer.app.grafana;

import io.gatewayanalyzer.app.grafana.RuleFiles.Rule;
import io.gatewayanalyzer.app.observe.metrics.Family;
import io.gatewayanalyzer.app.observe.metrics.MetricCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every series there is for boards and rules: our metrics as they are described, those of the Java
 * process, those Prometheus makes itself, and what the rules record.
 */
final class Catalogue {
  /** Prometheus says of each series where it was scraped. */
  private static final Set<String> SCRAPED = Set.of("job", "instance");

  /** Of the library's own metrics, those that boards show. */
  private static final Map<String, Set<String>> PROCESS =
      Map.of(
          "jvm_memory_bytes_used", Set.of("area"),
          "jvm_memory_bytes_max", Set.of("area"),
          "jvm_gc_collection_seconds_sum", Set.of("gc"),
          "process_cpu_seconds_total", Set.of());

  private final Map<String, Set<String>> labels = new TreeMap<>();
  private final Map<String, String> families = new TreeMap<>();

  private Catalogue() {}

  static Catalogue read() {
    Catalogue all = new Catalogue();
    MetricCatalogue.all().forEach(all::add);
    Set<String> known = new TreeSet<>();
    all.labels.values().forEach(known::addAll);
    all.labels.putAll(PROCESS);
    all.labels.put("up", Set.of());
    Set<String> ofAlerts = new TreeSet<>(List.of("alertname", "alertstate"));
    for (Rule rule : RuleFiles.all()) {
      if (rule.record() != null) {
        all.labels.put(rule.record(), level(rule.record(), known));
      } else {
        ofAlerts.addAll(rule.labels().keySet());
        ofAlerts.addAll(PromQl.of(rule.expr()).groupings());
      }
    }
    all.labels.put("ALERTS", ofAlerts);
    return all;
  }

  /** The names of all series. */
  Set<String> series() {
    return labels.keySet();
  }

  /** The labels a series may have. */
  Set<String> labels(String series) {
    Set<String> all = new HashSet<>(labels.getOrDefault(series, Set.of()));
    if (!series.contains(":")) {
      all.addAll(SCRAPED);
    }
    return all;
  }

  /** The metrics of ours. */
  Set<String> families() {
    return new TreeSet<>(families.values());
  }

  /** The metric a series belongs to: the series itself when it is none of ours. */
  String family(String series) {
    return families.getOrDefault(series, series);
  }

  private void add(Family family) {
    boolean histogram = family.kind() == Family.Kind.HISTOGRAM;
    Set<String> names = new TreeSet<>(family.labels());
    if (histogram) {
      names.add("le");
    }
    for (String end : histogram ? List.of("_bucket", "_sum", "_count") : List.of("")) {
      labels.put(family.name() + end, names);
      families.put(family.name() + end, family.name());
    }
  }

  /** A recorded series is named after the labels that are left. */
  private static Set<String> level(String record, Set<String> known) {
    String level = "_" + record.substring(0, record.indexOf(':')) + "_";
    Set<String> left = new TreeSet<>(known);
    left.removeIf(label -> !level.contains("_" + label + "_"));
    return left;
  }
}
