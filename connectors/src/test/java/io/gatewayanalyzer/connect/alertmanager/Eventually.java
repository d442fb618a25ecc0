package io.gatewayanalyzer.connect.alertmanager;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what another thread does; the test's own time limit ends it. */
final class Eventually {
  private static final long STEP_NANOS = 2_000_000;

  private Eventually() {}

  static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
