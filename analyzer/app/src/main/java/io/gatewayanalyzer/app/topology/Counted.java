package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.count.Delta;

/** What a task that counts says. */
sealed interface Counted {
  /**
   * What it saw of one scope.
   *
   * @param delta the sums
   */
  record Sums(Delta delta) implements Counted {}

  /**
   * All that happened before that time has been said.
   *
   * @param source the task
   * @param clockMs event time, epoch milliseconds
   */
  record Until(String source, long clockMs) implements Counted {}
}
