package io.gatewayanalyzer.app.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for what another process or thread does: as short as possible, and never for ever. */
public final class Eventually {
  private static final long STEP_NANOS = 20_000_000;

  private Eventually() {}

  /** Returns as soon as something holds, and fails when it does not within the time. */
  public static void until(Duration most, String what, Callable<Boolean> holds) throws Exception {
    long deadline = System.nanoTime() + most.toNanos();
    while (!holds.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + most + ": " + what);
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
