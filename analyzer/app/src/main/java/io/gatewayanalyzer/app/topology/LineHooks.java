package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the process around a line may ask of it. Counts are of this process since its start, at
 * least once.
 *
 * @param streams closes the streams that are open at the end of the input, before the operations
 *     are; null when the input has no end
 * @param drain closes what is open at the end of the input; null when the input has no end
 * @param late attempts that came after their operation was closed
 * @param repeated attempts that an open operation already had
 * @param alone streams that were judged without their request record
 * @param alerts what may be asked of the alerts
 * @param watcher who watches
 */
public record LineHooks(
    Drain streams,
    Drain drain,
    LongAdder late,
    LongAdder repeated,
    LongAdder alone,
    AlertHooks alerts,
    LineWatcher watcher) {
  /** For a line without end. */
  public static LineHooks endless() {
    return new LineHooks(
        null,
        null,
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        AlertHooks.endless(),
        LineWatcher.NOBODY);
  }

  /** For a line whose input has an end. */
  public static LineHooks finite() {
    Drain operations = new Drain();
    return new LineHooks(
        new Drain(),
        operations,
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        AlertHooks.finite(operations),
        LineWatcher.NOBODY);
  }

  /** The same with other questions about the alerts. */
  public LineHooks with(AlertHooks other) {
    return new LineHooks(streams, drain, late, repeated, alone, other, watcher);
  }

  /** The same with somebody who watches. */
  public LineHooks watched(LineWatcher other) {
    return new LineHooks(streams, drain, late, repeated, alone, alerts, other);
  }
}
