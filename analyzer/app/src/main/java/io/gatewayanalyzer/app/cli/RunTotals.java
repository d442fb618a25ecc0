package io.gatewayanalyzer.app.cli;

import static io.gatewayanalyzer.app.report.Figures.count;

/**
 * What one instance has done since it started, at least once: what an instance that failed had
 * written, and an aborted transaction took back, is in it too.
 *
 * @param read request records read
 * @param chunks stream chunks read
 * @param attempts attempts written
 * @param errors errors written
 * @param operations operations written
 * @param unknown unknown records written
 * @param late attempts that came after their operation was closed, and are in none
 * @param repeated attempts that were logged again, and are once in their operation
 * @param alone streams that were judged without their request record
 */
record RunTotals(
    long read,
    long chunks,
    long attempts,
    long errors,
    long operations,
    long unknown,
    long late,
    long repeated,
    long alone) {
  /** In one line; what seldom happens only when it has happened. */
  String brief() {
    return line(false);
  }

  /** In one line, zeros included. */
  String full() {
    return line(true);
  }

  private String line(boolean zeros) {
    StringBuilder line = new StringBuilder("read ").append(count(read));
    add(line, "chunks", chunks, zeros);
    add(line, "attempts", attempts, true);
    add(line, "errors", errors, true);
    add(line, "operations", operations, true);
    add(line, "unknown", unknown, true);
    add(line, "late", late, zeros);
    add(line, "repeated", repeated, zeros);
    add(line, "streams without request", alone, zeros);
    return line.toString();
  }

  private static void add(StringBuilder line, String name, long number, boolean always) {
    if (always || number > 0) {
      line.append(", ").append(name).append(' ').append(count(number));
    }
  }
}
