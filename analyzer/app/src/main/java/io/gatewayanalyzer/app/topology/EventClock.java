package io.gatewayanalyzer.app.topology;

import java.util.HashMap;
import java.util.Map;

/**
 * How far event time has come for one task. Its records come from several sources, each nearly in
 * order and read at a pace of its own, so the clock shows the time of the source that is furthest
 * behind; one that has been silent for a while is not waited for. The clock never goes back. While
 * nothing moves it, it is taken to go on like the clock on the wall. Not thread safe.
 */
final class EventClock {
  static final long IDLE_MS = 5_000;

  /**
   * When all are silent for so long the furthest one counts: nobody is waited for. Longer than for
   * one of them, for when a process stands still, its sources fall silent together.
   */
  static final long ALL_IDLE_MS = 3 * IDLE_MS;

  static final long UNKNOWN = -1;

  private static final long FROM_FIRST = Long.MAX_VALUE;
  private static final Source NOBODY = new Source();

  private final Map<Object, Source> sources = new HashMap<>();
  private long timeMs = UNKNOWN;
  private long movedWallMs;
  private long heldUntilWallMs;

  /**
   * Starts anew. At a time that was reached before it stands for a while, until every source has
   * had the time to show up. At an {@link #UNKNOWN} one nothing can be open that it could close,
   * unless an input is about a stretch of time in which others may have a part.
   *
   * @param waits whether it stands for a while at an unknown time, too, from the first input on
   */
  void reset(long reachedMs, long wallMs, boolean waits) {
    sources.clear();
    timeMs = reachedMs;
    movedWallMs = wallMs;
    if (reachedMs == UNKNOWN) {
      heldUntilWallMs = waits ? FROM_FIRST : 0;
    } else {
      heldUntilWallMs = wallMs + IDLE_MS;
    }
  }

  /** A record of this source was read. */
  void read(Object source, long eventTimeMs, long wallMs) {
    Source known = sources.computeIfAbsent(source, any -> new Source());
    if (heldUntilWallMs == FROM_FIRST) {
      heldUntilWallMs = wallMs + IDLE_MS;
    }
    boolean wasLast = known.timeMs <= timeMs;
    known.timeMs = Math.max(known.timeMs, eventTimeMs);
    known.wallMs = wallMs;
    if (wasLast && known.timeMs > timeMs || timeMs == UNKNOWN) {
      move(wallMs);
    }
  }

  /** Where event time is now, as far as records say; {@link #UNKNOWN} before the first. */
  long timeMs() {
    return timeMs;
  }

  /** Where event time is now when the time since the clock moved counts too. */
  long withSilence(long wallMs) {
    move(wallMs);
    return timeMs == UNKNOWN ? UNKNOWN : timeMs + Math.max(0, wallMs - movedWallMs);
  }

  private void move(long wallMs) {
    long least = Long.MAX_VALUE;
    Source furthest = NOBODY;
    long lastWallMs = 0;
    for (Source source : sources.values()) {
      furthest = source.timeMs > furthest.timeMs ? source : furthest;
      lastWallMs = Math.max(lastWallMs, source.wallMs);
      if (wallMs - source.wallMs <= IDLE_MS) {
        least = Math.min(least, source.timeMs);
      }
    }
    if (least != Long.MAX_VALUE) {
      moveTo(least, wallMs, wallMs);
    } else if (timeMs == UNKNOWN) {
      moveTo(furthest.timeMs, wallMs, wallMs);
    } else if (wallMs - lastWallMs > ALL_IDLE_MS) {
      moveTo(furthest.timeMs, wallMs, furthest.wallMs);
    }
  }

  /** Moves forward only, to what was so at that time of the clock on the wall. */
  private void moveTo(long eventTimeMs, long wallMs, long sinceWallMs) {
    if (eventTimeMs > timeMs && wallMs >= heldUntilWallMs) {
      timeMs = eventTimeMs;
      movedWallMs = sinceWallMs;
    }
  }

  private static final class Source {
    private long timeMs = UNKNOWN;
    private long wallMs;
  }
}
