package io.gatewayanalyzer.connect.alertmanager;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A record of the alerts topic, as far as Alertmanager cares.
 *
 * @param alertId the identity: the same labels are the same id
 * @param firing whether the trouble lasts
 * @param labels what it is about, {@code alertname} among them
 * @param annotations texts for people, evidence included
 * @param startsAtMs when it began, epoch milliseconds
 * @param endsAtMs when it ended, epoch milliseconds; -1 while it lasts
 */
public record AlertRecord(
    String alertId,
    boolean firing,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    long startsAtMs,
    long endsAtMs) {
  /** Copies the maps. */
  public AlertRecord {
    labels = copy(labels);
    annotations = copy(annotations);
  }

  /**
   * Whether this one says more than another about the same alert: it began later, or is the end of
   * what the other began. Two that are alike in this are told apart by their place in the topic.
   */
  boolean after(AlertRecord other) {
    return order(other) > 0;
  }

  /** The opposite of {@link #after}; neither holds of two that are alike. */
  boolean before(AlertRecord other) {
    return order(other) < 0;
  }

  private int order(AlertRecord other) {
    int byStart = Long.compare(startsAtMs, other.startsAtMs);
    return byStart != 0 ? byStart : Boolean.compare(other.firing, firing);
  }

  private static SortedMap<String, String> copy(Map<String, String> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
