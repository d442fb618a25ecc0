package io.gatewayanalyzer.app.run;

import sun.misc.Signal;

/** The signals by which people and supervisors ask a process to end. */
final class StopSignals {
  private StopSignals() {}

  /**
   * Runs something in place of the JVM's own reaction, which would end with a signal's exit status.
   * A second signal ends the JVM at once.
   */
  static void onStop(Runnable action) {
    for (String name : new String[] {"TERM", "INT"}) {
      Signal.handle(
          new Signal(name),
          signal -> {
            Signal.handle(signal, sun.misc.SignalHandler.SIG_DFL);
            action.run();
          });
    }
  }
}
