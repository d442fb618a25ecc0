package io.gatewayanalyzer.core.event;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One change of one alert: it began, or it is over. The record of the alerts topic.
 *
 * @param alertId the identity, derived from the labels alone: the same incident is the same id
 * @param status whether the trouble lasts
 * @param severity how urgent it is; a label too
 * @param labels what it is about, stable while it lasts: {@code alertname}, {@code severity},
 *     {@code gateway}, {@code scope} and what the kind needs
 * @param annotations texts for people, redacted: {@code summary}, {@code description}, {@code
 *     runbook_url}…
 * @param startsAtMs when it began, epoch milliseconds; never moves while it lasts nor when it ends
 * @param endsAtMs when it ended, epoch milliseconds; -1 while it lasts
 * @param value what was measured, in the unit of the threshold
 * @param threshold what it was held against
 * @param windowMs the stretch of time it was measured over, milliseconds
 * @param evidence attempts that show it
 */
public record Alert(
    String alertId,
    AlertStatus status,
    Severity severity,
    SortedMap<String, String> labels,
    Map<String, String> annotations,
    long startsAtMs,
    long endsAtMs,
    double value,
    double threshold,
    long windowMs,
    Evidence evidence) {
  /** The label that holds the alert's name. */
  public static final String ALERTNAME = "alertname";

  /** The label that holds the severity. */
  public static final String SEVERITY = "severity";

  /** Copies the maps. */
  public Alert {
    labels = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }

  /** The alert's name. */
  public String name() {
    return labels.get(ALERTNAME);
  }

  /** When what this record says happened: it began, or it ended; epoch milliseconds. */
  public long changedMs() {
    return firing() ? startsAtMs : endsAtMs;
  }

  /** Whether the trouble lasts. */
  public boolean firing() {
    return status == AlertStatus.FIRING;
  }

  /**
   * Attempts that show what an alert is about.
   *
   * @param requestIds their own ids
   * @param traceIds W3C trace ids, without repeats
   * @param messages what senders said, redacted, without repeats
   */
  public record Evidence(List<String> requestIds, List<String> traceIds, List<String> messages) {
    /** No attempt is at hand. */
    public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Evidence {
      requestIds = List.copyOf(requestIds);
      traceIds = List.copyOf(traceIds);
      messages = List.copyOf(messages);
    }
  }
}
