package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.demo.LogLine;
import io.gatewayanalyzer.app.demo.Scene;
import io.gatewayanalyzer.app.demo.TimeLapse;
import io.gatewayanalyzer.app.demo.Traffic;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** The demo's traffic as it is played now: in time lapse from a day ago, or as it happens. */
final class DemoPlay {
  /** So often whoever plays looks what has become due. */
  static final Duration TICK = Duration.ofMillis(50);

  private static final Duration BEHIND = Duration.ofHours(24);

  private final Clock clock;
  private final TimeLapse lapse;
  private final long endMs;
  private final Traffic traffic;
  private LogLine next;

  /**
   * A play that begins now.
   *
   * @param rate operations that start in a second of the clock
   * @param speed so many seconds of what is played pass in one, until the present is reached; 1
   *     begins in the present
   * @param length after how long it is over; null for never
   */
  DemoPlay(Clock clock, long seed, int rate, int speed, Duration length) {
    this.clock = clock;
    lapse = new TimeLapse(clock.millis(), speed == 1 ? 0 : BEHIND.toMillis(), speed);
    endMs = length == null ? Long.MAX_VALUE : lapse.startMs() + length.toMillis();
    long beginMs = lapse.beginMs();
    traffic = new Traffic(Scene.demo(beginMs), seed, beginMs, rate / (double) speed);
    next = traffic.next();
  }

  /** Whether it is over. */
  boolean ended() {
    return clock.millis() >= endMs;
  }

  /** Sends what has happened since the last time. */
  void send(Consumer<byte[]> raw) {
    long nowMs = lapse.at(clock.millis());
    while (next.timeMs() <= nowMs) {
      raw.accept(next.value());
      next = traffic.next();
    }
  }
}
