package io.gatewayanalyzer.core.simulation;

import java.util.stream.LongStream;

/** What the simulations share. */
final class Simulation {
  /** Noon of a Sunday, the start of an hour, epoch milliseconds. */
  static final long START_MS = 1_793_534_400_000L;

  private static final String SEEDS = "simulation.seeds";

  private Simulation() {}

  /** So many seeds, or as many as the system property says. */
  static LongStream seeds(int few) {
    return LongStream.rangeClosed(1, Integer.getInteger(SEEDS, few));
  }

  /** Shows a day to whoever asked for it. */
  static void tell(String what, SimulatedLine line, String timeLine) {
    if (System.getProperty(SEEDS) != null) {
      System.out.printf(
          "%n%s: %,d attempts, %.2f %% failed; %d scopes kept in %,d bytes%n%s",
          what,
          line.attempts(),
          100.0 * line.failed() / line.attempts(),
          line.scopes(),
          line.bytes(),
          timeLine);
    }
  }
}
