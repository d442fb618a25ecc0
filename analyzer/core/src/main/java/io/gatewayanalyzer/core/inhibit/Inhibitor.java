package io.gatewayanalyzer.core.inhibit;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.step.Decision;
import io.gatewayanalyzer.core.step.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps back what another alert explains. To be keyed by gateway; changes of alerts in, those that
 * are to be said out, unchanged.
 *
 * <p>What was said before the reason came stays said, and its end is said too. What was kept back
 * is said when its reason has been over for a while and it still fires; when it ends before, nobody
 * hears of it. Immutable and thread safe.
 */
public final class Inhibitor implements Step<Muting, Alert, AlertEvent> {
  /**
   * For so long after the end of a reason what it explained stays unsaid: the windows of such
   * alerts, five minutes at most, still hold the time of the reason, and they end five minutes
   * after that at the latest. What fires longer is trouble of its own.
   */
  static final long SETTLE_MS = 600_000;

  @Override
  public Decision<Muting, AlertEvent> on(Muting state, Alert input, long timeMs) {
    List<AlertEvent> outputs = new ArrayList<>();
    // A replay passes many minutes at once; what is to happen after the input happens after it.
    long atMs = Math.min(timeMs, input.changedMs());
    Muting muting = released(state == null ? Muting.NONE : state, atMs, outputs);
    if (input.firing()) {
      muting = fires(muting, input, outputs);
    } else if (muting.mutes(input.alertId())) {
      muting = muting.withoutMuted(input.alertId());
    } else {
      outputs.add(new AlertEvent.Changed(input));
      muting = muting.withSaid(input);
    }
    if (Inhibition.explains(input.labels())) {
      muting = muting.with(input);
    }
    return decision(muting, outputs);
  }

  @Override
  public Decision<Muting, AlertEvent> due(Muting state, long timeMs) {
    List<AlertEvent> outputs = new ArrayList<>();
    return decision(released(state == null ? Muting.NONE : state, timeMs, outputs), outputs);
  }

  private static Muting fires(Muting muting, Alert alert, List<AlertEvent> outputs) {
    Muting.Reason reason = muting.reason(alert);
    if (reason == null || muting.muted().size() >= Muting.MOST) {
      outputs.add(new AlertEvent.Changed(alert));
      return muting.withoutMuted(alert.alertId()).withSaid(alert);
    }
    outputs.add(new AlertEvent.Muted(alert, reason.alertId()));
    return muting.withMuted(alert);
  }

  /** What is over is left behind one by one, in the order in which it would have been woken for. */
  private static Muting released(Muting state, long timeMs, List<AlertEvent> outputs) {
    Muting muting = state;
    Muting.Reason first = first(muting);
    while (first != null && first.endsAtMs() >= 0 && releasedAtMs(first) <= timeMs) {
      muting = said(muting.without(first), outputs);
      first = first(muting);
    }
    return muting;
  }

  private static Muting said(Muting state, List<AlertEvent> outputs) {
    Muting muting = state;
    for (Alert alert : state.muted()) {
      if (muting.reason(alert) == null) {
        outputs.add(new AlertEvent.Changed(alert));
        muting = muting.withoutMuted(alert.alertId()).withSaid(alert);
      }
    }
    return muting;
  }

  /** The one to be left behind first; null when there is none. */
  private static Muting.Reason first(Muting muting) {
    return muting.reasons().stream()
        .min(Comparator.comparingLong(Inhibitor::releasedAtMs))
        .orElse(null);
  }

  private static long releasedAtMs(Muting.Reason reason) {
    return reason.endsAtMs() < 0 ? Long.MAX_VALUE : reason.endsAtMs() + SETTLE_MS;
  }

  private static Decision<Muting, AlertEvent> decision(Muting muting, List<AlertEvent> outputs) {
    if (muting.isEmpty()) {
      return Decision.forget(outputs);
    }
    Muting.Reason first = first(muting);
    return new Decision<>(muting, first == null ? Long.MAX_VALUE : releasedAtMs(first), outputs);
  }
}
