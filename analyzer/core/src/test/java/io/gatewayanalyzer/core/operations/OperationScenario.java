package io.gatewayanalyzer.core.operations;

import io.gatewayanalyzer.core.correlate.TestAttempt;
import java.util.List;
import java.util.Map;

/**
 * One case: attempts as they were made, and the operations they must become.
 *
 * @param sentence what the case shows, in one sentence
 * @param arrivals the attempts, and when each reaches the line
 * @param then what must hold of each operation, by when it started; only what the file names
 * @param late how many attempts must be called late
 * @param repeated how many attempts must be called repeated
 */
public record OperationScenario(
    String sentence,
    List<Arrival> arrivals,
    List<Map<OperationExpectation, String>> then,
    int late,
    int repeated) {
  /**
   * An attempt on its way.
   *
   * @param attempt the attempt
   * @param arrivesMs stream time when it arrives, milliseconds since the test began
   * @param pinned whether it must arrive just then; others may be delayed within the grace
   */
  public record Arrival(TestAttempt attempt, long arrivesMs, boolean pinned) {}
}
