package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.alert.AlertEvent;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What the process around a line may ask of its alerts. All is of this process since its start, at
 * least once; what takes news is called by several threads.
 *
 * @param counted done when what the closed operations added has been counted and can be read; null
 *     when the input has no end
 * @param judged ends what fires at the end of the input; to be asked for when all counts were read;
 *     null when the input has no end
 * @param said done when what {@code judged} ended has been said; null when the input has no end
 * @param late counts that came when their time was no longer kept
 * @param near takes what came nearer to firing than before, for dry runs
 * @param muted takes what was not said because another alert explains it
 */
public record AlertHooks(
    Drain counted,
    Drain judged,
    Drain said,
    LongAdder late,
    Consumer<AlertEvent.Near> near,
    Consumer<AlertEvent.Muted> muted) {
  /** For a line without end that nobody asks. */
  public static AlertHooks endless() {
    return new AlertHooks(null, null, null, new LongAdder(), news -> {}, news -> {});
  }

  /**
   * For a line whose input has an end.
   *
   * @param operations closes the open operations, which are counted before anything is judged
   */
  static AlertHooks finite(Drain operations) {
    Drain judged = new Drain();
    return new AlertHooks(
        Drain.after(operations),
        judged,
        Drain.after(judged),
        new LongAdder(),
        news -> {},
        news -> {});
  }

  /** The same with somebody who takes the news. */
  public AlertHooks telling(Consumer<AlertEvent.Near> nears, Consumer<AlertEvent.Muted> muteds) {
    return new AlertHooks(counted, judged, said, late, nears, muteds);
  }
}
