package io.gatewayanalyzer.core.inhibit;

import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the alerts of one gateway: those that explain others, those that were explained
 * and not said, and those that were said. Bounded: what does not fit is said, and of what was said
 * only the first ones are known. Immutable.
 *
 * @param reasons alerts that explain others, in the order in which they came
 * @param muted alerts that fire and were not said, in the order in which they came
 * @param said alerts that fire and were said, in the order in which that happened
 */
public record Muting(List<Reason> reasons, List<Alert> muted, List<Said> said) {
  /** Nothing explains anything. */
  static final Muting NONE = new Muting(List.of(), List.of(), List.of());

  /** So many of each are kept. */
  static final int MOST = 128;

  /** So many alerts that were said are known. */
  static final int MOST_SAID = 512;

  /** What begins later than this after the end of a reason is not explained by it. */
  private static final long ABOUT_MS = 20_000;

  /** Copies the lists. */
  public Muting {
    reasons = List.copyOf(reasons);
    muted = List.copyOf(muted);
    said = List.copyOf(said);
  }

  /**
   * An alert that was said.
   *
   * @param alertId its id
   * @param name its name
   * @param severity how urgent it is
   */
  public record Said(String alertId, String name, Severity severity) {}

  /**
   * An alert that explains others.
   *
   * @param alertId its id
   * @param labels its labels
   * @param endsAtMs when it ended, epoch milliseconds; -1 while it lasts
   */
  public record Reason(String alertId, SortedMap<String, String> labels, long endsAtMs) {
    /** Copies the labels. */
    public Reason {
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    boolean lasted(long timeMs) {
      return endsAtMs < 0 || timeMs <= endsAtMs + ABOUT_MS;
    }
  }

  boolean isEmpty() {
    return reasons.isEmpty() && muted.isEmpty() && said.isEmpty();
  }

  /** What explains an alert; null when nothing does. */
  Reason reason(Alert alert) {
    for (Reason reason : reasons) {
      if (reason.lasted(alert.startsAtMs()) && Inhibition.explains(reason.labels, alert.labels())) {
        return reason;
      }
    }
    return null;
  }

  /** Whether that alert fires and was not said. */
  boolean mutes(String alertId) {
    return muted.stream().anyMatch(alert -> alert.alertId().equals(alertId));
  }

  /** With an alert that explains others: it began or it ended. */
  Muting with(Alert reason) {
    List<Reason> others = new ArrayList<>(reasons);
    others.removeIf(other -> other.alertId.equals(reason.alertId()));
    boolean known = others.size() < reasons.size();
    if (known || reason.firing() && others.size() < MOST) {
      others.add(new Reason(reason.alertId(), reason.labels(), reason.endsAtMs()));
    }
    return new Muting(others, muted, said);
  }

  Muting withMuted(Alert alert) {
    List<Alert> others = new ArrayList<>(muted);
    others.removeIf(other -> other.alertId().equals(alert.alertId()));
    others.add(alert);
    return new Muting(reasons, others, said);
  }

  Muting withoutMuted(String alertId) {
    return new Muting(
        reasons, muted.stream().filter(alert -> !alert.alertId().equals(alertId)).toList(), said);
  }

  Muting without(Reason reason) {
    return new Muting(
        reasons.stream().filter(other -> !other.equals(reason)).toList(), muted, said);
  }

  /** With an alert that somebody was told of: it began or it ended. */
  Muting withSaid(Alert alert) {
    List<Said> others = new ArrayList<>(said);
    others.removeIf(other -> other.alertId.equals(alert.alertId()));
    if (alert.firing() && others.size() < MOST_SAID) {
      others.add(new Said(alert.alertId(), alert.name(), alert.severity()));
    }
    return new Muting(reasons, muted, others);
  }
}
