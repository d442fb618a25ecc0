package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.app.serde.AlertReader;
import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The alerts of a run, and those there were none of; mutable, owned by one {@link Tally}. */
public final class AlertTally {
  private static final Comparator<Alert> IN_TIME =
      Comparator.comparingLong(Alert::startsAtMs)
          .thenComparing(Alert::severity)
          .thenComparing(Alert::name)
          .thenComparing(Alert::alertId);

  /** What happened is judged at the end of its minute, and what it took to happen comes on top. */
  static final long JUDGED_WITHIN_MS = 120_000;

  private final Map<List<Object>, Episode> episodes = new HashMap<>();
  private List<AlertEvent.Muted> muted = List.of();
  private List<NearMiss> nearest = List.of();
  private SortedSet<String> calm = new TreeSet<>();
  private SortedSet<String> off = new TreeSet<>();
  private long late;

  /** What tells one time an alert fires from all others: the alert and when it began. */
  static List<Object> identity(Alert alert) {
    return List.of(alert.alertId(), alert.startsAtMs());
  }

  /** Takes one record of the alerts topic. */
  void said(byte[] json) {
    try {
      said(AlertReader.alert(json));
    } catch (IOException e) {
      throw new UncheckedIOException("an alert record cannot be read", e);
    }
  }

  private void said(Alert alert) {
    episodes.merge(
        identity(alert),
        new Episode(alert, alert.endsAtMs()),
        (before, now) ->
            new Episode(
                before.alert().firing() ? before.alert() : now.alert(),
                Math.max(before.endsAtMs(), now.endsAtMs())));
  }

  /**
   * Takes what no topic holds, when all alerts have been said.
   *
   * @param latestMs when the last attempt began, epoch milliseconds
   * @param lateCounts counts that came when their time was no longer kept
   */
  void unsaid(Unsaid unsaid, AlertSettings settings, long latestMs, long lateCounts) {
    late = lateCounts;
    off = settings.off();
    muted =
        unsaid.muted().stream()
            .filter(one -> !episodes.containsKey(identity(one.alert())))
            .sorted(Comparator.comparing(AlertEvent.Muted::alert, IN_TIME))
            .toList();
    calm = new TreeSet<>(Comparator.comparing(AlertSettings.NAMES::indexOf));
    calm.addAll(AlertSettings.NAMES);
    episodes.values().forEach(episode -> calm.remove(episode.alert().name()));
    muted.forEach(one -> calm.remove(one.alert().name()));
    nearest =
        calm.stream()
            .filter(name -> !off.contains(name))
            .map(name -> unsaid.nearest(name, latestMs + JUDGED_WITHIN_MS))
            .filter(Objects::nonNull)
            .toList();
  }

  /** Every time an alert fired, in the order of their begin. */
  public List<Episode> episodes() {
    return episodes.values().stream()
        .sorted(Comparator.comparing(Episode::alert, IN_TIME))
        .toList();
  }

  /** Alerts nobody was told of because others explain them. */
  public List<AlertEvent.Muted> muted() {
    return muted;
  }

  /** Names of alerts that never fired, in the order of their documentation. */
  public SortedSet<String> calm() {
    return calm;
  }

  /** Names of alerts that are switched off. */
  public SortedSet<String> off() {
    return off;
  }

  /** How near those came that never fired; those that never came near at all are left out. */
  public List<NearMiss> nearest() {
    return nearest;
  }

  /** Counts that came when their time was no longer kept. */
  public long late() {
    return late;
  }

  /** The name of an alert that was said; null when none has this id. */
  String named(String alertId) {
    return episodes.values().stream()
        .map(Episode::alert)
        .filter(alert -> alert.alertId().equals(alertId))
        .map(Alert::name)
        .findFirst()
        .orElse(null);
  }
}
