package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.alert.AlertEvent;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How near an alert came to firing, once.
 *
 * @param alertname its name
 * @param labels where
 * @param timeMs when, epoch milliseconds
 * @param closeness 1 and more: it would have fired if it had lasted
 * @param reading the figures as words
 */
public record NearMiss(
    String alertname,
    SortedMap<String, String> labels,
    long timeMs,
    double closeness,
    String reading) {
  /** The first in time, then by labels. */
  static final Comparator<NearMiss> FIRST =
      Comparator.comparingLong(NearMiss::timeMs).thenComparing(miss -> miss.labels().toString());

  static NearMiss of(AlertEvent.Near near) {
    SortedMap<String, String> labels = new TreeMap<>(near.scope().labels());
    labels.putAll(near.judgement().labels());
    return new NearMiss(
        near.scope().policy(),
        labels,
        near.timeMs(),
        near.judgement().closeness(),
        near.judgement().reading());
  }
}
