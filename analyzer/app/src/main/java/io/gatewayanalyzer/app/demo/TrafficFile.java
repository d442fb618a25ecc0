package io.gatewayanalyzer.app.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes simulated traffic as lines, for samples and for trying other tools. */
public final class TrafficFile {
  /** When the traffic of a file starts: fixed, so that the same seed gives the same bytes. */
  public static final long START_MS = 1_793_534_400_000L;

  private static final double OPERATIONS_PER_SECOND = 5;

  private TrafficFile() {}

  /**
   * Writes a scene; does not close {@code out}.
   *
   * @param operationsPerSecond how many operations start in a second when it is busiest
   * @param lengthMs for how long, event time, milliseconds
   * @return how many records there are
   */
  public static long write(
      OutputStream out, Scene scene, long seed, double operationsPerSecond, long lengthMs)
      throws IOException {
    Traffic traffic = new Traffic(scene, seed, START_MS, operationsPerSecond);
    BufferedOutputStream lines = new BufferedOutputStream(out, 1 << 16);
    long endMs = START_MS + lengthMs;
    long records = 0;
    LogLine line = traffic.next();
    while (line.timeMs() < endMs) {
      write(lines, line);
      records++;
      line = traffic.next();
    }
    lines.flush();
    return records;
  }

  /** Writes so many records; does not close {@code out}. */
  public static void write(OutputStream out, long seed, int records) throws IOException {
    Traffic traffic = new Traffic(seed, START_MS, OPERATIONS_PER_SECOND);
    BufferedOutputStream lines = new BufferedOutputStream(out, 1 << 16);
    for (int i = 0; i < records; i++) {
      write(lines, traffic.next());
    }
    lines.flush();
  }

  private static void write(OutputStream out, LogLine line) throws IOException {
    out.write(line.value());
    out.write('\n');
  }
}
