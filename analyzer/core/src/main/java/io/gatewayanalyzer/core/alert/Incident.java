package io.gatewayanalyzer.core.alert;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far one alert has come: about to fire, or firing.
 *
 * @param variant which of its scope's alerts
 * @param enterSinceMs since when it should begin, epoch milliseconds; -1 when it fires already
 * @param startsAtMs since when it fires, epoch milliseconds; -1 when it does not
 * @param leaveSinceMs since when it should end, epoch milliseconds; -1 when it should not
 * @param labels under which it was said to fire, so that it ends under the same; empty before
 */
public record Incident(
    String variant,
    long enterSinceMs,
    long startsAtMs,
    long leaveSinceMs,
    SortedMap<String, String> labels) {
  /** Copies the labels. */
  public Incident {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** One that nothing was said of. */
  public Incident(String variant, long enterSinceMs, long startsAtMs, long leaveSinceMs) {
    this(variant, enterSinceMs, startsAtMs, leaveSinceMs, Collections.emptySortedMap());
  }

  /** Whether it fires. */
  public boolean firing() {
    return startsAtMs >= 0;
  }

  /**
   * How far it has come when a moment was judged.
   *
   * @param before null when it was neither firing nor about to
   * @return null when it is neither any more
   */
  static Incident judged(Incident before, Judgement judgement, long timeMs) {
    return before != null && before.firing()
        ? left(before, judgement, timeMs)
        : entered(before, judgement, timeMs);
  }

  Incident said(SortedMap<String, String> as) {
    return new Incident(variant, enterSinceMs, startsAtMs, leaveSinceMs, as);
  }

  private static Incident entered(Incident before, Judgement judgement, long timeMs) {
    if (!judgement.enter()) {
      return null;
    }
    long sinceMs = before == null ? timeMs : before.enterSinceMs;
    return timeMs - sinceMs < judgement.enterForMs()
        ? new Incident(judgement.variant(), sinceMs, -1, -1)
        : new Incident(judgement.variant(), -1, sinceMs, -1);
  }

  private static Incident left(Incident before, Judgement judgement, long timeMs) {
    if (!judgement.leave()) {
      return before.leaving(-1);
    }
    long sinceMs = before.leaveSinceMs < 0 ? timeMs : before.leaveSinceMs;
    return timeMs - sinceMs < judgement.leaveForMs() ? before.leaving(sinceMs) : null;
  }

  private Incident leaving(long sinceMs) {
    return new Incident(variant, enterSinceMs, startsAtMs, sinceMs, labels);
  }
}
