package io.gatewayanalyzer.app.topology;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the process around a line may ask of it. Counts are of this process since its start, at
 * least once.
 *
 * @param drain closes what is open at the end of the input; null when the input has no end
 * @param late attempts that came after their operation was closed
 * @param repeated attempts that an open operation already had
 */
public record LineHooks(Drain drain, LongAdder late, LongAdder repeated) {
  /** For a line without end. */
  public static LineHooks endless() {
    return new LineHooks(null, new LongAdder(), new LongAdder());
  }

  /** For a line whose input has an end. */
  public static LineHooks finite() {
    return new LineHooks(new Drain(), new LongAdder(), new LongAdder());
  }
}
