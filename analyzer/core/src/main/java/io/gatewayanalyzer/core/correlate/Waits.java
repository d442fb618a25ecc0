package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.event.WaitVerdict;
import java.util.ArrayList;
import java.util.List;

/** Advised waits against actual ones. */
final class Waits {
  /** Clocks and timers are not exact: what is early by less than this is not early. */
  private static final long TOLERANCE_MS = 250;

  private static final double TOLERANCE_SHARE = 0.05;

  /** Clients add jitter: up to half as much again and two seconds is still what was advised. */
  private static final double PATIENT_FACTOR = 1.5;

  private static final long PATIENT_MS = 2_000;

  private Waits() {}

  /**
   * The pauses after failures; attempts that overlap have none between them.
   *
   * @param attempts in their order
   * @param folded how many attempts are missing in the middle
   */
  static List<Wait> of(List<AttemptSummary> attempts, int folded) {
    if (attempts.size() == 1) {
      return List.of();
    }
    List<Wait> waits = new ArrayList<>(attempts.size() - 1);
    for (int i = 0; i + 1 < attempts.size(); i++) {
      AttemptSummary failed = attempts.get(i);
      AttemptSummary next = attempts.get(i + 1);
      boolean neighbours = folded == 0 || i != OperationState.HALF - 1;
      if (neighbours && !failed.succeeded() && next.startMs() >= failed.endMs()) {
        int number = OperationState.number(i, folded);
        waits.add(wait(number, failed, next));
      }
    }
    return waits;
  }

  /** The longest wait that still counts as the advised one, milliseconds. */
  static long longest(long advisedMs) {
    return (long) (advisedMs * PATIENT_FACTOR) + PATIENT_MS;
  }

  private static Wait wait(int number, AttemptSummary failed, AttemptSummary next) {
    long actualMs = next.startMs() - failed.endMs();
    // Who goes elsewhere need not wait for the one that asked for it.
    long advisedMs = failed.sameTarget(next) ? failed.advisedWaitMs() : -1;
    return new Wait(number, advisedMs, actualMs, verdict(advisedMs, actualMs));
  }

  private static WaitVerdict verdict(long advisedMs, long actualMs) {
    if (advisedMs < 0) {
      return WaitVerdict.NO_HINT;
    }
    if (actualMs < advisedMs - Math.max(advisedMs * TOLERANCE_SHARE, TOLERANCE_MS)) {
      return WaitVerdict.EARLY;
    }
    return actualMs <= longest(advisedMs) ? WaitVerdict.HONOURED : WaitVerdict.LATE;
  }
}
