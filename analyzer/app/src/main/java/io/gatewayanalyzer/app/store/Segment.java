package io.gatewayanalyzer.app.store;

import java.util.List;

/**
 * A segment of the log as far as memory holds it: not its bytes, only whose values it has.
 *
 * @param number its place in the log; later ones override earlier ones
 * @param values the entries it has a value of, be it the last or not
 * @param bytes how long it is
 */
record Segment(long number, List<Entry> values, long bytes) {
  /** Two segments are the same only if they are one object: entries point at theirs. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
