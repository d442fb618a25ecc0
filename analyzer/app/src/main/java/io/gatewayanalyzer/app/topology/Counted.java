package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.count.Delta;
import java.util.List;

/** What a task that counts says. */
sealed interface Counted {
  /**
   * What it saw of one scope.
   *
   * @param deltas the sums, in the order of time
   */
  record Sums(List<Delta> deltas) implements Counted {}

  /**
   * All that happened before that time has been said.
   *
   * @param source the task
   * @param clockMs event time, epoch milliseconds
   */
  record Until(String source, long clockMs) implements Counted {}
}
